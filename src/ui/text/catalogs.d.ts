declare module 'virtual:catalog-*' {
  import type { Catalog } from './catalog.ts';
  const catalog: Catalog;
  export default catalog;
}

declare module 'virtual:catalogs-checked' {
  import type { Language } from './languages.ts';
  const checked: readonly Language[];
  export default checked;
}
