/** What somebody, or something, is called, by their id. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { RecordKinds, Words } from '../../core/define-record.ts';
import type { Found } from '../../core/store.ts';
import { useServices } from '../services.tsx';
import { useWords } from '../text/use-text.ts';
import { useLive } from '../use-live.ts';

/** Undefined while it is looked for; null where it is not here: never shared, taken back, or erased. */
export function useNameOf(id: string): string | null | undefined {
  const say = useWords();
  const { store, records } = useServices();
  const found = useLive(() => store.watch(id), [store, id]);
  if (found === undefined) return undefined;
  const name = nameIn(found, records);
  return name && say(name);
}

/** What several are called, by their ids. Without those that are not here, or not yet. */
export function useNamesOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const say = useWords();
  const { store, records } = useServices();
  const [found, setFound] = useState<ReadonlyMap<string, Found | null>>(new Map());
  const wanted = [...new Set(ids)].sort().join(' ');
  useLayoutEffect(() => {
    const stops = wanted.split(' ').map((id) =>
      id === ''
        ? () => {}
        : store.watch(id).subscribe(
            (seen) => setFound((now) => new Map(now).set(id, seen)),
            () => {},
          ),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, wanted]);
  return useMemo(
    () =>
      new Map(
        [...found].flatMap(([id, seen]) => {
          const name = nameIn(seen, records);
          return name ? [[id, say(name)] as const] : [];
        }),
      ),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- names are said alike in every language
    [found, records],
  );
}

function nameIn(found: Found | null, records: RecordKinds): Words | null {
  if (found?.status !== 'ok' || found.version.removed) return null;
  const { kind, body } = found.version;
  return records.get(kind)?.summary(body).title ?? null;
}
