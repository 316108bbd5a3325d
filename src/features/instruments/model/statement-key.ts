/** The catalog key under which a record says the name of a statement: two instruments may use one id for different things. */
import type { InstrumentRef } from '../../../core/body-fields.ts';
import { isBuiltIn } from './find-instrument.ts';

/** Where only the statement is known, or its instrument is built in: the app's own catalog has its name. */
export function plainStatementKey(statement: string): string {
  return `readings.statement.${statement}`;
}

/** Of a statement of an instrument. What is not built in brings its own words along, under the key with its name. */
export function statementKey(instrument: InstrumentRef, statement: string): string {
  if (isBuiltIn(instrument)) return plainStatementKey(statement);
  return plainStatementKey(`${instrument.id}/${instrument.version}/${statement}`);
}
