/** A form that loses nothing: its draft is read once and saved at every change, in order. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ChangeLost } from '../../core/change-lost.ts';
import type { LoadedDraft } from '../../core/read-draft.ts';
import type { DraftOutcome, DropOutcome } from '../../core/store.ts';

/** How a form's draft is read, saved and thrown away: functions of its feature's `data.ts`. */
export interface DraftPort<Value> {
  load(): Promise<LoadedDraft<Value>>;
  save(value: Value): Promise<DraftOutcome>;
  drop(): Promise<DropOutcome>;
  /** What stands in the form where nothing was begun. It is saved with the first change. */
  blank?: (() => Value) | undefined;
}

/** Why a change is not saved. `elsewhere`: another window goes on with the same draft, and the person says which stays. */
export type FormTrouble =
  | { why: Exclude<DropOutcome['status'], 'saved'> }
  | {
      why: 'elsewhere';
      /** Saves what stands in this form over what the other window saved. */
      useHere(): void;
      /** Shows in this form what the other window saved. */
      useThere(): void;
    };

interface Shown<Value> {
  /** Counts how often it was started again: what was begun in an earlier round was thrown away with it. */
  round: number;
  /**
   * `loading` before the first look; `none`: nothing was begun; `here`: `value` is what stands in the form;
   * `strange`: kept, and cannot be shown; `ended`: it became a record.
   */
  state: 'loading' | 'none' | 'here' | 'strange' | 'ended';
  value: Value | null;
  /** Whether it is `strange` because it cannot be opened, and not because only a newer app knows its shape. */
  damaged: boolean;
  /** When the draft that was found here was last changed; null where none was. */
  foundFrom: string | null;
}

export interface DraftForm<Value> extends Shown<Value> {
  /** Names the draft. */
  key: string;
  /** Why the last change could not be saved; null while all is safe. */
  trouble: FormTrouble | null;
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
  /** The same where the form stays open, for more to be changed in it. */
  recorded(): void;
}

/** What stands in one form, for the changes that come between two drawings. */
interface Form<Value> {
  value: Value | null;
  /** Why the last change is not saved; null where all is. */
  unsaved: Unsaved | null;
  /** Whether the store had it once: where it has none any more, it became a record, or was thrown away. */
  saved: boolean;
  /** True once the screen is left, or shows another form. */
  left: boolean;
  /** What was changed last after that: one after the other, each sees what the one before it has done. */
  turn: Promise<unknown>;
}

type Unsaved = Exclude<DraftOutcome['status'], 'saved'>;

function newForm<Value>(): Form<Value> {
  return { value: null, unsaved: null, saved: false, left: false, turn: Promise.resolve() };
}

const nothingYet = { state: 'loading', value: null, damaged: false, foundFrom: null, round: 0 } as const;

/**
 * `key` names the draft; another key is another form. With `blank`, the form needs no `begin`: its draft starts from a
 * blank one with the first change, and looking at it leaves nothing behind.
 */
export function useDraft<Value>(key: string, port: DraftPort<Value>): DraftForm<Value> {
  const now = useRef(newForm<Value>());
  const [shown, show] = useState<Shown<Value>>(nothingYet);
  const [trouble, setTrouble] = useState<Unsaved | null>(null);
  const [broken, setBroken] = useState<{ error: unknown } | null>(null);
  const fail = (error: unknown) => setBroken({ error });

  function showBlank(form: Form<Value>, again = 0): void {
    const value = port.blank?.() ?? null;
    form.value = value;
    form.unsaved = null;
    const state = value === null ? 'none' : 'here';
    show(({ round }) => ({ state, value, damaged: false, foundFrom: null, round: round + again }));
  }

  function showLoaded(form: Form<Value>, loaded: LoadedDraft<Value>): void {
    if (loaded.status === 'none') showBlank(form);
    else if (loaded.status === 'here') {
      const { value, savedAt: foundFrom } = loaded;
      form.value = value;
      form.saved = true;
      show(({ round }) => ({ state: 'here', value, damaged: false, foundFrom, round }));
    } else {
      const damaged = loaded.status === 'damaged';
      form.value = null;
      show(({ round }) => ({ state: 'strange', value: null, damaged, foundFrom: null, round }));
    }
  }

  useEffect(() => {
    const form = newForm<Value>();
    now.current = form;
    show(nothingYet);
    setTrouble(null);
    port
      .load()
      .then((loaded) => {
        if (!form.left && form.value === null) showLoaded(form, loaded);
      })
      .catch(fail);
    return () => {
      form.left = true;
      if (form.unsaved !== null) void tellLost(form.unsaved);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the port is made anew at each drawing; the key says which draft it is
  }, [key]);
  if (broken) throw broken.error;

  const form = now.current;

  function keep(value: Value): void {
    form.value = value;
    show(({ foundFrom, round }) => ({ state: 'here', value, damaged: false, foundFrom, round }));
    port
      .save(value)
      .then(({ status }) => {
        const unsaved = status === 'saved' ? null : status;
        if (unsaved === null) form.saved = true;
        // Only the last one counts, and none once it became a record.
        if (form.value === value) form.unsaved = unsaved;
        if (!form.left) setTrouble(unsaved);
        else if (form.unsaved !== null) return tellLost(form.unsaved);
        return undefined;
      })
      .catch((error: unknown) => {
        if (form.left) throw error;
        fail(error);
      });
  }

  /** The store saves over what it was asked for last, so looking at the other window's words lets these be saved. */
  function useHere(): void {
    port
      .load()
      .then(() => {
        if (!form.left && form.value !== null) keep(form.value);
      })
      .catch(fail);
  }

  function useThere(): void {
    port
      .load()
      .then((loaded) => {
        if (form.left) return;
        setTrouble(null);
        form.unsaved = null;
        showLoaded(form, loaded);
      })
      .catch(fail);
  }

  /** Tries twice; gives why it is not saved. */
  async function changeInStore(how: (value: Value) => Value): Promise<Unsaved | null> {
    let unsaved: Unsaved = 'unavailable';
    for (let tried = 0; tried < 2; tried++) {
      const loaded = await port.load().catch(() => null);
      if (loaded === null) continue;
      // Begun anew, what was erased or thrown away would stand there again.
      if (loaded.status === 'none' && form.saved) break;
      const value =
        loaded.status === 'here' ? loaded.value : loaded.status === 'none' ? port.blank?.() : null;
      if (value === undefined || value === null) return null;
      const { status } = await port.save(how(value));
      if (status === 'saved') return null;
      unsaved = status;
    }
    return unsaved;
  }

  function changeLater(how: (value: Value) => Value): void {
    const change = () => changeInStore(how);
    const turn = form.turn.then(change, change);
    form.turn = turn;
    void turn.then((unsaved) => (unsaved === null ? undefined : tellLost(unsaved)));
  }

  return {
    ...shown,
    key,
    trouble: trouble === 'elsewhere' ? { why: trouble, useHere, useThere } : trouble && { why: trouble },
    begin: keep,
    change(how) {
      if (form.left) changeLater(how);
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
          if (outcome.status === 'saved') showBlank(form, 1);
          // It still stands there, and can be written on.
          else form.value = before;
        })
        .catch(fail);
    },
    recorded() {
      form.unsaved = null;
      setTrouble(null);
    },
    ended() {
      form.value = null;
      form.unsaved = null;
      setTrouble(null);
      show(({ round }) => ({ state: 'ended', value: null, damaged: false, foundFrom: null, round }));
    },
  };
}

/** There is no form left to say it in: thrown to where the app says what nobody else does. */
async function tellLost(why: Unsaved): Promise<never> {
  throw new ChangeLost(why);
}
