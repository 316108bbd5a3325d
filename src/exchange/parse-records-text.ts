/** The text of `records.json` as data, or why it is none. What is in the lists is not looked at yet. */
import * as z from 'zod/mini';
import type { Role } from '../core/version.ts';
import type { RefusalCode } from './import-check.ts';
import { fileMoment, filePerson, FORMAT, FORMAT_VERSION, leftOutList } from './records-file.ts';
import type { FilePerson, LeftOut } from './records-file.ts';

export interface RecordsText {
  person: FilePerson | null;
  exportedAt: string | null;
  instruments: unknown[];
  versions: unknown[];
  leftOut: LeftOut[];
}

type TextOutcome = { status: 'read'; text: RecordsText } | { status: 'refused'; code: RefusalCode };

/** Every version of the format has these two. */
const anyFormat = z.object({ format: z.literal(FORMAT), version: z.int().check(z.positive()) });

/** Whose it is counts also where a newer app has given them a role that is not known here. */
const whose = z.object({
  ...filePerson.shape,
  role: z.pipe(
    z.unknown(),
    z.transform((role): Role => {
      const known = filePerson.shape.role.safeParse(role);
      return known.success ? known.data : 'participant';
    }),
  ),
});

const anyList = z.array(z.unknown());

const thisFormat = z.object({
  exportedAt: z.optional(z.unknown()),
  person: z.optional(z.unknown()),
  instruments: z.optional(z.unknown()),
  versions: z.array(z.unknown()),
  leftOut: z.optional(z.unknown()),
});

export function parseRecordsText(bytes: Uint8Array): TextOutcome {
  const { text, whole } = decode(bytes);
  let value: unknown;
  try {
    if (!whole) throw new SyntaxError('not UTF-8');
    value = JSON.parse(text);
  } catch {
    return refuse(whyNoJson(text));
  }
  const any = anyFormat.safeParse(value);
  if (!any.success) return refuse(hasMark(text) ? 'damaged' : 'not-plotline');
  if (any.data.version > FORMAT_VERSION) return refuse('newer');
  const read = thisFormat.safeParse(value);
  if (!read.success) return refuse('damaged');
  // Lenient where a fault costs nothing: a file mended by hand should still be of use.
  const { exportedAt, person, instruments, versions, leftOut } = read.data;
  return {
    status: 'read',
    text: {
      exportedAt: orElse(fileMoment, exportedAt, null),
      person: orElse(whose, person, null),
      instruments: orElse(anyList, instruments, []),
      versions,
      leftOut: orElse(leftOutList, leftOut, []),
    },
  };
}

function orElse<T, Else>(schema: z.ZodMiniType<T>, value: unknown, otherwise: Else): T | Else {
  const read = schema.safeParse(value);
  return read.success ? read.data : otherwise;
}

function decode(bytes: Uint8Array): { text: string; whole: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), whole: true };
  } catch {
    return { text: new TextDecoder().decode(bytes), whole: false };
  }
}

function whyNoJson(text: string): RefusalCode {
  if (!hasMark(text)) return 'not-plotline';
  return endsInside(text) ? 'cut-off' : 'damaged';
}

/** Whether the text ends before all that was opened in it is closed, wherever it was cut. */
function endsInside(text: string): boolean {
  const marks = /["{}[\]]/g;
  const endOfString = /[^"\\]*(?:\\[^][^"\\]*)*"/y;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] !== '"') {
      depth += mark[0] === '{' || mark[0] === '[' ? 1 : -1;
      continue;
    }
    endOfString.lastIndex = marks.lastIndex;
    if (!endOfString.test(text)) return true;
    marks.lastIndex = endOfString.lastIndex;
  }
  return depth > 0;
}

/** Whether it was once a file of ours. */
function hasMark(text: string): boolean {
  return text.slice(0, 4000).includes(`"${FORMAT}"`);
}

function refuse(code: RefusalCode): TextOutcome {
  return { status: 'refused', code };
}
