/** Keeps a recording on the phone while it is being made, so that a kill costs no more than its last seconds. */
import type { Device, VoicePiece } from '../../core/device.ts';
import type { Store } from '../../core/store.ts';
import type { TakePlace, Takes } from '../../core/takes.ts';
import type { AboutVoicePiece } from '../../core/voice-pieces.ts';

/**
 * Why what is being said is not kept while it is said; null while it is. `over`: its draft was thrown away in another
 * window, or became a record there. It is kept again once the whole is put into the form.
 */
export type PieceTrouble = 'full' | 'not-kept' | 'over' | null;

export interface PieceKeeper {
  add(piece: VoicePiece): void;
  /** The whole is kept: the pieces go once the draft refers to it. After the form was left, it is the next time that sees to it. */
  became(sha256: string, left: boolean): void;
  throwAway(): void;
  /** Leaves the pieces to whoever opens the form next. */
  letGo(): void;
}

interface Keeping {
  store: Pick<Store, 'takes'>;
  device: Pick<Device, 'oneAtATime'>;
  place: TakePlace;
  field: string;
  /** Saves the draft as it stands: there is no piece without it. */
  saveDraft: () => void;
  tell: (trouble: PieceTrouble) => void;
}

/** Who holds this is at work with a recording; the browser lets it go when the window is gone, however it went. */
export function lockOf(take: string): string {
  return `plotline-take-${take}`;
}

export function keepPieces({ store, device, place, field, saveDraft, tell }: Keeping): PieceKeeper {
  const waiting: VoicePiece[] = [];
  let at = 0;
  let thrownAway = false;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  device.oneAtATime(lockOf(place.take)).then(
    (alone) =>
      alone.run(
        () => held,
        () => undefined,
      ),
    // Only other windows would know; the pieces are kept all the same.
    () => undefined,
  );

  let work: Promise<unknown> = Promise.resolve();
  /** In the order asked for; where one fails, the next is still tried. */
  function next(does: (takes: Takes) => Promise<unknown>, failed: () => void = () => undefined): void {
    work = work.then(async () => does(await store.takes())).catch(failed);
  }

  const letGo = () => {
    work = work.then(release);
  };

  /** Those that found no room wait, and are tried again with the next. */
  async function keepWaiting(takes: Takes): Promise<void> {
    for (let [piece] = waiting; piece && !thrownAway; [piece] = waiting) {
      if (at === 0) saveDraft();
      const { type, ms, last } = piece;
      const about: AboutVoicePiece = { field, type, ms, last };
      const { status } = await takes.keep(place, at, { bytes: await piece.bytes.arrayBuffer(), about });
      if (status !== 'saved') {
        // Without a draft for the first, that draft could not be saved.
        const known = status === 'full' || (status === 'over' && at > 0);
        tell(known ? status : 'not-kept');
        return;
      }
      tell(null);
      waiting.shift();
      at++;
    }
  }

  return {
    add(piece) {
      waiting.push(piece);
      next(keepWaiting, () => tell('not-kept'));
    },
    became(sha256, left) {
      next(async (takes) => {
        // Not all of it was kept in pieces: they would only be taken for a recording that was cut short.
        if (waiting.length > 0) await takes.drop(place);
        else if (!left) await takes.drop(place, sha256);
      });
      letGo();
    },
    throwAway() {
      thrownAway = true;
      next((takes) => takes.drop(place));
      letGo();
    },
    letGo,
  };
}
