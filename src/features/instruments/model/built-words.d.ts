// An import statement with a relative path means nothing inside `declare module`: the types would be `any`.

declare module 'virtual:instrument-words/*' {
  // oxlint-disable-next-line typescript/consistent-type-imports -- see above
  const words: import('./instrument-words.ts').InstrumentWords;
  export default words;
}
