/** Brings a recording that was cut short back into its form, as a recording like any other. */
import type { AttachmentRef } from '../../core/define-record.ts';
import type { Store } from '../../core/store.ts';
import type { TakePlace } from '../../core/takes.ts';
import { putTogether, type KeptSound } from '../../core/voice-pieces.ts';
import { shortestMs } from './shortest-sound.ts';

/** A recording that was cut short, found when its form was opened again. */
export type Found =
  /** It stands in its field. */
  | { as: 'recording'; ref: AttachmentRef }
  /** The field has another, which was to be recorded again: the person says which stays. */
  | { as: 'choice'; ref: AttachmentRef; use(): void; leave(): void }
  /** It is in pieces still, for the phone could not keep it as a whole. */
  | { as: 'unkept'; why: 'full' | 'not-kept'; tryAgain(): void };

interface Recovery {
  store: Pick<Store, 'takes' | 'keepAttachment'>;
  place: TakePlace;
  /** Resolves when nothing is being recorded in that field. */
  quiet(field: string): Promise<void>;
  /** Gives what the field of the form has; where that is nothing, puts `ref` there. Undefined where there is no form. */
  offer(field: string, ref: AttachmentRef): AttachmentRef | null | undefined;
  put(field: string, ref: AttachmentRef): void;
  /** Whether it was itself brought back just now, from another window that was killed: nobody wanted it replaced. */
  broughtBack(ref: AttachmentRef): boolean;
  show(field: string, found: Found | null): void;
  /** Aborted when the form is left: the pieces then stay for the next time. */
  left: AbortSignal;
}

export async function recoverTake(recovery: Recovery): Promise<void> {
  const { store, place, offer, put, show, left } = recovery;
  const takes = await store.takes();
  const sound = putTogether(await takes.pieces(place));
  // Nothing that could be heard: it goes with the draft.
  if (sound === null || sound.ms < shortestMs) return;
  const ref = await keepWhole(recovery, sound);
  if (ref === null) return;

  const { field } = sound;
  // What is just being said there would else take its place unasked.
  await recovery.quiet(field);
  if (left.aborted) return;
  const there = offer(field, ref);
  if (there === undefined) return;
  // The same is there where the phone went off between keeping the whole and dropping its pieces.
  if (there !== null && there.sha256 !== ref.sha256) {
    // Of a recording that was stopped it is settled that it takes the place of the one before.
    const settled = sound.last && !recovery.broughtBack(there);
    const chosen = settled ? 'use' : await choice(recovery, field, ref);
    if (chosen === null) return;
    if (chosen === 'leave') {
      await takes.drop(place);
      return;
    }
    put(field, ref);
  }
  if (there?.sha256 !== ref.sha256 && !sound.last) show(field, { as: 'recording', ref });
  await takes.drop(place, ref.sha256);
}

async function choice(
  { show, left }: Recovery,
  field: string,
  ref: AttachmentRef,
): Promise<'use' | 'leave' | null> {
  const chosen = await untilTold<'use' | 'leave'>(left, (tell) =>
    show(field, { as: 'choice', ref, use: () => tell('use'), leave: () => tell('leave') }),
  );
  if (chosen !== null) show(field, null);
  return chosen;
}

/** Like a recording that was stopped. Null where the form was left before it could be kept. */
async function keepWhole(
  { store, show, left }: Recovery,
  { field, bytes, type, ms }: KeptSound,
): Promise<AttachmentRef | null> {
  for (let tried = 0; ; tried++) {
    const outcome = await store.keepAttachment(bytes, { type, ms });
    if (left.aborted) return null;
    if (outcome.status === 'kept') {
      if (tried > 0) show(field, null);
      return outcome.ref;
    }
    const why = outcome.status === 'full' ? 'full' : 'not-kept';
    const again = await untilTold<true>(left, (tell) =>
      show(field, { as: 'unkept', why, tryAgain: () => tell(true) }),
    );
    if (again === null) return null;
  }
}

/** What the person says; null where the form was left before. */
function untilTold<Answer>(
  left: AbortSignal,
  ask: (tell: (answer: Answer) => void) => void,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    if (left.aborted) resolve(null);
    left.addEventListener('abort', () => resolve(null), { once: true });
    ask(resolve);
  });
}
