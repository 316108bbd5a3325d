/** A form that loses nothing: its draft is read once and saved at every change, in order. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LoadedDraft } from '../../core/read-draft.ts';
import type { DraftOutcome } from '../../core/store.ts';

/** How a form's draft is read, saved and thrown away: functions of its feature's `data.ts`. */
export interface DraftPort<Value> {
  load(): Promise<LoadedDraft<Value>>;
  save(value: Value): Promise<DraftOutcome>;
  drop(): Promise<DraftOutcome>;
  /** What stands in the form where nothing was begun. It is saved with the first change. */
  blank?: (() => Value) | undefined;
}

export type DraftTroubleKind = Exclude<DraftOutcome['status'], 'saved'>;

interface Shown<Value> {
  /**
   * `loading` before the first look; `none`: nothing was begun; `here`: `value` is what stands in the form;
   * `strange`: kept, and of a shape that only a newer app knows; `ended`: it became a record.
   */
  state: 'loading' | 'none' | 'here' | 'strange' | 'ended';
  value: Value | null;
  /** When the draft that was found here was last changed; null where none was. */
  foundFrom: string | null;
}

export interface DraftForm<Value> extends Shown<Value> {
  /** Why the last change could not be saved; null while all is safe. */
  trouble: DraftTroubleKind | null;
  /** Puts something into the form and saves it. */
  begin(value: Value): void;
  /**
   * Changes what stands there now, and saves. Also works just after the screen was left, as when a recording ends:
   * it is then put into the draft as it is in the store.
   */
  change(how: (now: Value) => Value): void;
  /** Throws away what was begun; the form is then as if it had never been. */
  startAgain(): void;
  /** It became a record, whose write has ended the draft. */
  ended(): void;
}

/** What stands in one form, for the changes that come between two drawings. */
interface Form<Value> {
  value: Value | null;
  /** True once the screen is left, or shows another form. */
  left: boolean;
}

const nothingYet = { state: 'loading', value: null, foundFrom: null } as const;

/**
 * `key` names the draft; another key is another form. With `blank`, the form needs no `begin`: its draft starts from a
 * blank one with the first change, and looking at it leaves nothing behind.
 */
export function useDraft<Value>(key: string, port: DraftPort<Value>): DraftForm<Value> {
  const now = useRef<Form<Value>>({ value: null, left: false });
  const [shown, show] = useState<Shown<Value>>(nothingYet);
  const [trouble, setTrouble] = useState<DraftTroubleKind | null>(null);
  const [broken, setBroken] = useState<{ error: unknown } | null>(null);
  const fail = (error: unknown) => setBroken({ error });

  function showBlank(form: Form<Value>): void {
    const value = port.blank?.() ?? null;
    form.value = value;
    show({ state: value === null ? 'none' : 'here', value, foundFrom: null });
  }

  useEffect(() => {
    const form: Form<Value> = { value: null, left: false };
    now.current = form;
    show(nothingYet);
    setTrouble(null);
    port
      .load()
      .then((loaded) => {
        if (form.left || form.value !== null) return;
        if (loaded.status === 'none') showBlank(form);
        else if (loaded.status === 'strange') show({ state: 'strange', value: null, foundFrom: null });
        else {
          form.value = loaded.value;
          show({ state: 'here', value: loaded.value, foundFrom: loaded.savedAt });
        }
      })
      .catch(fail);
    return () => {
      form.left = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the port is made anew at each drawing; the key says which draft it is
  }, [key]);
  if (broken) throw broken.error;

  const form = now.current;

  function keep(value: Value): void {
    form.value = value;
    show((before) => ({ state: 'here', value, foundFrom: before.foundFrom }));
    port
      .save(value)
      .then((outcome) => {
        if (!form.left) setTrouble(outcome.status === 'saved' ? null : outcome.status);
      })
      .catch(fail);
  }

  async function changeInStore(how: (value: Value) => Value): Promise<void> {
    const loaded = await port.load();
    if (loaded.status === 'here') await port.save(how(loaded.value));
    else if (loaded.status === 'none' && port.blank) await port.save(how(port.blank()));
  }

  return {
    ...shown,
    trouble,
    begin: keep,
    change(how) {
      if (form.left) void changeInStore(how);
      else if (form.value !== null) keep(how(form.value));
    },
    startAgain() {
      const before = form.value;
      form.value = null;
      port
        .drop()
        .then((outcome) => {
          setTrouble(outcome.status === 'saved' ? null : outcome.status);
          if (form.left) return;
          if (outcome.status === 'saved') showBlank(form);
          // It still stands there, and can be written on.
          else form.value = before;
        })
        .catch(fail);
    },
    ended() {
      form.value = null;
      setTrouble(null);
      show({ state: 'ended', value: null, foundFrom: null });
    },
  };
}
