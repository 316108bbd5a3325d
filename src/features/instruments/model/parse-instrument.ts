/** Reads an instrument that comes from outside, and says what is wrong with one that cannot be used. */
import { instrumentBody, type Instrument } from './instrument.ts';

type InstrumentOutcome =
  | { status: 'ok'; instrument: Instrument }
  /** `why` names the place in the file, in English, for whoever wrote it. */
  | { status: 'damaged'; why: string };

/** What a reading can hold and a star can draw. */
const knownScale = { min: 1, max: 6 };

/**
 * Checks the shape first, then that bands and statements hold together. A text that is not there in every language is no
 * fault: it is shown in English then.
 */
export function parseInstrument(given: unknown): InstrumentOutcome {
  const parsed = instrumentBody.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { status: 'damaged', why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}` };
  }
  const instrument = parsed.data;
  const why = wrongInBands(instrument) ?? wrongInStatements(instrument);
  return why === null ? { status: 'ok', instrument } : { status: 'damaged', why };
}

function wrongInBands({ scale, bands }: Instrument): string | null {
  if (scale.min !== knownScale.min || scale.max !== knownScale.max) {
    return `scale: ${scale.min} to ${scale.max} is not known, only ${knownScale.min} to ${knownScale.max}`;
  }
  if (hasTwice(bands.map(({ id }) => id))) return 'bands: two have the same id';
  let next = scale.min;
  for (const { id, from, to } of bands) {
    if (from !== next || to < from)
      return `bands.${id}: starts at ${from} and ends at ${to}, not from ${next}`;
    next = to + 1;
  }
  return next === scale.max + 1 ? null : `bands: nothing stands for ${next}`;
}

function wrongInStatements({ bands, statements }: Instrument): string | null {
  if (statements.length === 0) return 'statements: there are none';
  if (hasTwice(statements.map(({ id }) => id))) return 'statements: two have the same id';
  for (const { id, levels } of statements) {
    if (
      Object.keys(levels).length !== bands.length ||
      bands.some((band) => !Object.hasOwn(levels, band.id))
    ) {
      return `statements.${id}.levels: not one for each band`;
    }
  }
  return null;
}

function hasTwice(ids: string[]): boolean {
  return new Set(ids).size !== ids.length;
}
