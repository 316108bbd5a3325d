/** What somebody, or something, is called, by their id. */
import { useServices } from '../services.tsx';
import { useWords } from '../text/use-text.ts';
import { useLive } from '../use-live.ts';

/** Undefined while it is looked for; null where it is not here: never shared, taken back, or erased. */
export function useNameOf(id: string): string | null | undefined {
  const say = useWords();
  const { store, records } = useServices();
  const found = useLive(() => store.watch(id), [store, id]);
  if (found === undefined) return undefined;
  if (found?.status !== 'ok' || found.version.removed) return null;
  const { kind, body } = found.version;
  const known = records.get(kind);
  return known ? say(known.summary(body).title) : null;
}
