/** Vite plugin: `virtual:catalog/<language>` is the catalog made from every `src/**\/text/<language>.po`. */
import type { Plugin } from 'vite';
import { isLanguage } from './languages.ts';
import { poFiles, readCatalog } from './po.ts';

const prefix = 'virtual:catalog/';

/** `folder` is the absolute path of `src`. */
export function poCatalogs(folder: string): Plugin {
  return {
    name: 'plotline-po-catalogs',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const language = id.slice(prefix.length + 1);
      if (!isLanguage(language)) throw new Error(`no catalogs in ${language}`);
      for (const path of poFiles(folder, language)) this.addWatchFile(path);
      return `export default ${JSON.stringify(readCatalog(folder, language))}`;
    },
    handleHotUpdate({ file, server }) {
      if (file.endsWith('.po')) server.ws.send({ type: 'full-reload' });
    },
  };
}
