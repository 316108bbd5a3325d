// An import statement with a relative path means nothing inside `declare module`: the types would be `any`.

declare module 'virtual:catalog-*' {
  // oxlint-disable-next-line typescript/consistent-type-imports -- see above
  const catalog: import('./catalog.ts').Catalog;
  export default catalog;
}

declare module 'virtual:catalogs-checked' {
  // oxlint-disable-next-line typescript/consistent-type-imports -- see above
  const checked: readonly import('./languages.ts').Language[];
  export default checked;
}
