declare module 'virtual:catalog/*' {
  import type { Catalog } from './catalog.ts';
  const catalog: Catalog;
  export default catalog;
}
