declare module 'pouchdb/dist/pouchdb.min.js' {
  /** What is used of PouchDB. */
  export default class PouchDB {
    constructor(name: string);
    bulkDocs(documents: readonly object[]): Promise<unknown>;
    allDocs(options: object): Promise<unknown>;
    put(document: object): Promise<unknown>;
    replicate: {
      to(remote: string): Promise<{ ok: boolean; doc_write_failures: number }>;
      from(remote: string): Promise<{ ok: boolean }>;
    };
  }
}
