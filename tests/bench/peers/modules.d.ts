/* What is used of the peers; written here so that types are checked where they are not installed. */

declare module 'pouchdb/dist/pouchdb.min.js' {
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

declare module 'rxdb/plugins/core' {
  interface Collection {
    insert(document: object): Promise<unknown>;
  }
  export function createRxDatabase(options: { name: string; storage: unknown }): Promise<{
    addCollections<Name extends string>(
      of: Record<Name, { schema: object }>,
    ): Promise<Record<Name, Collection>>;
  }>;
}

declare module 'rxdb/plugins/storage-dexie' {
  export function getRxStorageDexie(): unknown;
}

declare module 'survey-core' {
  export class Model {
    constructor(survey: object);
    /** What was answered so far. */
    data: unknown;
  }
}

declare module 'survey-core/survey-core.min.css';

declare module 'survey-js-ui' {
  export function renderSurvey(survey: object, place: Element): void;
}
