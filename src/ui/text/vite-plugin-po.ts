/**
 * Vite plugin: `virtual:catalog/<language>` is the catalog made from every `src/**\/text/<language>.po`, in two parts:
 * `virtual:catalog-first/<language>` has the texts of the shell, which the first screen needs;
 * `virtual:catalog-rest/<language>` has all others. `virtual:instrument-words/<name>` is made from every
 * `src/**\/text/<name>/<language>.po`, in all languages at once. `virtual:catalogs-checked` is the list of languages in
 * which a native speaker has checked both.
 */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { isLanguage, languages } from './languages.ts';
import { instrumentPoFiles, isChecked, poFiles, readCatalog, readInstrumentWords } from './po.ts';

const checkedId = 'virtual:catalogs-checked';
const wordsId = /^\0virtual:instrument-words\/([\w-]+)$/;
const partId = /^\0virtual:catalog-(first|rest)\/(\w+)$/;

/** `folder` is the absolute path of `src`. */
export function poCatalogs(folder: string): Plugin {
  const shell = [join(folder, 'app/text'), join(folder, 'ui/text')];
  const isShell = (path: string) => shell.some((place) => path.startsWith(place));
  return {
    name: 'plotline-po-catalogs',
    resolveId: (id) =>
      id === checkedId || [partId, wordsId].some((made) => made.test(`\0${id}`)) ? `\0${id}` : undefined,
    load(id) {
      if (id === `\0${checkedId}`) {
        const checked = languages.filter((language) => isChecked(folder, language));
        return `export default ${JSON.stringify(checked)}`;
      }
      const [, instrument] = wordsId.exec(id) ?? [];
      if (instrument) {
        for (const language of languages) {
          const path = instrumentPoFiles(folder, language).get(instrument);
          if (path) this.addWatchFile(path);
        }
        return `export default ${JSON.stringify(readInstrumentWords(folder, instrument))}`;
      }
      const [, part, language] = partId.exec(id) ?? [];
      if (!part || !language) return undefined;
      if (!isLanguage(language)) throw new Error(`no catalogs in ${language}`);
      const paths = poFiles(folder, language).filter((path) => isShell(path) === (part === 'first'));
      for (const path of paths) this.addWatchFile(path);
      return `export default ${JSON.stringify(readCatalog(paths, language))}`;
    },
    handleHotUpdate({ file, server }) {
      if (file.endsWith('.po')) server.ws.send({ type: 'full-reload' });
    },
  };
}
