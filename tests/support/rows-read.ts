/** Counts what is read from databases: rows and keys, one by one, whichever way they are asked for. */
import Dexie, { type DBCore, type DBCoreTable } from 'dexie';

export interface RowsRead {
  /** Of each table since the last call; those of which nothing was read are left out. */
  take(): Record<string, number>;
}

/** Of every database that is described from now on. What is only counted, and not handed over, is not read. */
export function countRowsRead(): RowsRead {
  let read = new Map<string, number>();
  const add = (table: string, count: number) => read.set(table, (read.get(table) ?? 0) + count);
  Dexie.addons.push((dexie) => {
    dexie.use({
      stack: 'dbcore',
      name: 'rows-read',
      level: -2,
      create: (core): DBCore => ({
        ...core,
        table: (name) => counted(core.table(name), (count) => add(name, count)),
      }),
    });
  });
  return {
    take() {
      const taken = Object.fromEntries(read);
      read = new Map();
      return taken;
    },
  };
}

/** Dexie's own promises all the way: others would end its transactions. */
function counted(table: DBCoreTable, add: (count: number) => void): DBCoreTable {
  return {
    ...table,
    get: (request) =>
      table.get(request).then((found: unknown) => {
        if (found !== undefined) add(1);
        return found;
      }),
    getMany: (request) =>
      table.getMany(request).then((found: unknown[]) => {
        add(found.filter((one) => one !== undefined).length);
        return found;
      }),
    query: (request) =>
      table.query(request).then((found) => {
        add(found.result.length);
        return found;
      }),
    openCursor: (request) =>
      table.openCursor(request).then((cursor) => {
        if (!cursor) return cursor;
        const start = cursor.start.bind(cursor);
        cursor.start = (step) =>
          start(() => {
            add(1);
            step();
          });
        return cursor;
      }),
  };
}
