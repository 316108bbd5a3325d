/** The dictionary of the CSV files: a Frictionless tabular data package, version 1. */
import type { Table, TableColumn } from './tables.ts';

const types = {
  text: 'string',
  list: 'string',
  files: 'string',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
} as const;

/** What `datapackage.json` holds; `created` is a moment in UTC. */
export function dataPackage(tables: readonly Table[], created: string): object {
  return {
    profile: 'tabular-data-package',
    name: 'plotline-records',
    title: 'Records taken from Plotline',
    description:
      'One file for each kind of record, in its version of now; records.json has every version and all detail. ' +
      'Nothing is added up: every statement, every view and every record stands alone. An empty cell means not said. ' +
      "What a spreadsheet could take for a formula has a ' put before it; records.json has it exactly. " +
      'Erased records are not in these files; withdrawn ones are marked.',
    created,
    resources: tables.map(({ file, about, columns }) => ({
      profile: 'tabular-data-resource',
      name: file.replace(/\.csv$/, '').replaceAll('_', '-'),
      path: file,
      description: about,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: { fields: columns.map(field), missingValues: [''] },
    })),
  };
}

function field({ name, type, about, oneOf }: TableColumn): object {
  const several = type === 'list' ? ' Several are parted by "; ".' : '';
  const files = type === 'files' ? ' Paths of files beside this one, parted by a space.' : '';
  const words = type === 'list' && oneOf ? ` Each is one of: ${oneOf.join(', ')}.` : '';
  return {
    name,
    type: types[type],
    description: `${about}${words}${several}${files}`,
    ...(oneOf && type === 'text' ? { constraints: { enum: oneOf } } : {}),
  };
}
