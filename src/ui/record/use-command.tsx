/** Runs a command, keeps the screen from running it twice, and says in words why it could not be done. */
import { useRef, useState } from 'preact/hooks';
import type { WriteOutcome } from '../../core/store.ts';
import { Notice } from '../parts/notice.tsx';
import { useText } from '../text/use-text.ts';

type Trouble = Exclude<WriteOutcome['status'], 'saved'>;

export interface Command {
  busy: boolean;
  /** Why the last one was not done; null while nothing is wrong. Show it with `CommandTrouble`. */
  trouble: Trouble | null;
  /** Runs one at a time; `then` is called only when it is saved, and is part of it. */
  run(command: () => Promise<WriteOutcome>, then?: () => void | Promise<void>): void;
}

export function useCommand(): Command {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [broken, setBroken] = useState<{ error: unknown } | null>(null);
  if (broken) throw broken.error;
  return {
    busy,
    trouble,
    run(command, then) {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setTrouble(null);
      command()
        .then((outcome) => {
          if (outcome.status === 'saved') return then?.();
          return setTrouble(outcome.status);
        })
        // Not an expected failure: the error boundary says so.
        .catch((error: unknown) => setBroken({ error }))
        .finally(() => {
          running.current = false;
          setBusy(false);
        });
    },
  };
}

/** What happened, what is safe, what to do. Nothing while all is well. */
export function CommandTrouble({ trouble }: { trouble: Trouble | null }) {
  const t = useText();
  if (trouble === null) return null;
  return (
    <Notice kind="attention" live="alert" title={t('record.trouble.title')}>
      <p>{t(`record.trouble.${trouble}`)}</p>
    </Notice>
  );
}
