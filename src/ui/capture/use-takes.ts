/** Lets the recordings of a form outlive a kill: kept in pieces under its draft, and brought back when it is opened again. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AttachmentRef } from '../../core/define-record.ts';
import { createId } from '../../core/ids.ts';
import type { DraftForm } from '../draft/use-draft.ts';
import { useServices } from '../services.tsx';
import { keepPieces, lockOf, type PieceKeeper, type PieceTrouble } from './keep-pieces.ts';
import { recoverTake, type Found } from './recover-take.ts';

/** Where in the value of a form its recordings stand. */
export interface Spoken<Value> {
  get(value: Value, field: string): AttachmentRef | null;
  put(value: Value, field: string, voice: AttachmentRef): Value;
}

/** For a form with one recording. */
export const oneVoice = {
  get: ({ voice }: { voice?: AttachmentRef | null | undefined }) => voice ?? null,
  put: <Value>(value: Value, _field: string, voice: AttachmentRef): Value => ({ ...value, voice }),
};

export interface FieldKeeper extends PieceKeeper {
  /** True where the form was started again meanwhile: what was being recorded was thrown away with it. */
  isOver(): boolean;
}

/** What a voice field needs of the form it stands in. */
export interface FieldTakes {
  found: Found | null;
  /** See `DraftForm`. */
  round: number;
  /** For a recording that has just begun. */
  begin(tell: (trouble: PieceTrouble) => void): FieldKeeper;
  /** Throws away what is left in pieces of the recording that stands in this field. */
  discard(): void;
}

export interface FormTakes {
  /** The fields with a recording that was cut short. */
  found: ReadonlyMap<string, Found>;
  of(field: string): FieldTakes;
}

export function useTakes<Value>(form: DraftForm<Value>, spoken: Spoken<Value>): FormTakes {
  const { store, device, environment } = useServices();
  const [found, setFound] = useState<ReadonlyMap<string, Found>>(new Map());
  const foundNow = useRef(found);
  const latest = useRef({ form, spoken });
  latest.current = { form, spoken };
  const left = useRef(false);
  /** Which field each recording has come into, or is being made for. */
  const fields = useRef(new Map<string, string>());
  const broughtBack = useRef(new Set<string>());
  /** What is being recorded in each field; it resolves when that is over. */
  const going = useRef(new Map<string, Promise<void>>());
  const { key } = form;
  // There is no piece without a draft.
  const begun = form.state === 'here' && form.foundFrom !== null;

  useLayoutEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  function showAll(next: ReadonlyMap<string, Found>): void {
    foundNow.current = next;
    setFound(next);
  }

  function show(field: string, what: Found | null): void {
    const others = [...foundNow.current].filter(([other]) => other !== field);
    showAll(new Map(what === null ? others : [...others, [field, what]]));
  }

  /** What a recording that is brought back can do to the form. */
  const bringing = (take: string) => ({
    offer(field: string, ref: AttachmentRef): AttachmentRef | null | undefined {
      let there: AttachmentRef | null | undefined;
      latest.current.form.change((now) => {
        there = latest.current.spoken.get(now, field);
        if (there !== null) return now;
        fields.current.set(take, field);
        broughtBack.current.add(ref.sha256);
        return latest.current.spoken.put(now, field, ref);
      });
      return there;
    },
    put(field: string, ref: AttachmentRef): void {
      fields.current.set(take, field);
      latest.current.form.change((now) => latest.current.spoken.put(now, field, ref));
    },
    broughtBack: ({ sha256 }: AttachmentRef) => broughtBack.current.has(sha256),
    quiet: (field: string) => going.current.get(field) ?? Promise.resolve(),
  });

  useEffect(() => {
    if (!begun) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    /** Waits where the recording is still going on, in another window or on its way out of this form. */
    async function recover(take: string): Promise<void> {
      const alone = await device.oneAtATime(lockOf(take));
      if (signal.aborted) return;
      const stopWaiting = alone.run(
        () =>
          recoverTake({
            store,
            place: { draft: key, take },
            ...bringing(take),
            show(field, what) {
              if (!signal.aborted) show(field, what);
            },
            left: signal,
          }),
        () => undefined,
      );
      signal.addEventListener('abort', stopWaiting, { once: true });
    }
    async function recoverAll(): Promise<void> {
      const ids = await (await store.takes()).of(key);
      await Promise.all(ids.map(recover));
    }
    recoverAll().catch((error: unknown) => {
      // What is there is found at the next opening. `signal` is told of a form that was left only after the next frame.
      if (!signal.aborted && !left.current) throw error;
    });
    return () => {
      leaving.abort();
      showAll(new Map());
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each draft that is opened; the rest is read when it is needed
  }, [key, begun]);

  /** What stood in the field goes; what waits to be chosen, or to be kept, stays. */
  function discard(field: string, but?: string): void {
    if (foundNow.current.get(field)?.as === 'recording') show(field, null);
    for (const [take, of] of fields.current) {
      if (of !== field || take === but) continue;
      void store.takes().then((takes) => takes.drop({ draft: key, take }));
    }
  }

  return {
    found,
    of: (field) => ({
      found: found.get(field) ?? null,
      round: form.round,
      begin(tell) {
        const take = createId(environment);
        fields.current.set(take, field);
        const { key: draft, round } = latest.current.form;
        let over: () => void = () => undefined;
        going.current.set(field, new Promise((resolve) => (over = resolve)));
        const isHere = () => latest.current.form.key === draft;
        const keeper = keepPieces({
          store,
          device,
          place: { draft, take },
          field,
          saveDraft() {
            if (!left.current && isHere()) latest.current.form.change((now) => now);
          },
          tell,
        });
        return {
          ...keeper,
          became(sha256, gone) {
            keeper.became(sha256, gone);
            discard(field, take);
            over();
          },
          throwAway() {
            keeper.throwAway();
            over();
          },
          letGo() {
            keeper.letGo();
            over();
          },
          isOver: () => isHere() && latest.current.form.round !== round,
        };
      },
      discard: () => discard(field),
    }),
  };
}
