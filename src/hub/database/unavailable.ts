/** Whether an error means that the database is not there just now, as against a mistake of ours. */

/** Of the network, and of PostgreSQL: stopping, starting, too many connections, out of time, a lock not had in time. */
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '08000',
  '08003',
  '08006',
  '25P03',
  '40001',
  '40P01',
  '53300',
  '53400',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
]);

export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return passing.has(error.code);
  // pg says these without a code.
  return /timeout exceeded when trying to connect|Connection terminated|PGlite is closed/.test(error.message);
}
