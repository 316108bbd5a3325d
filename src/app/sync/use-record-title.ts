/** What a record is called on a list, and where a tap on it leads. */
import { useServices } from '../../ui/services.tsx';
import { useWords } from '../../ui/text/use-text.ts';
import { useLive } from '../../ui/use-live.ts';
import type { Version } from '../../core/version.ts';

interface RecordTitle {
  /** Undefined while it is being read, and where it cannot be. */
  title: string | undefined;
  href: string;
  /** The version that counts, where it can be read. */
  version: Version | undefined;
}

export function useRecordTitle({ id, kind }: { id: string; kind: string }): RecordTitle {
  const { store, records } = useServices();
  const say = useWords();
  const found = useLive(() => store.watch(id), [store, id]);
  const known = records.get(kind);
  if (found?.status !== 'ok' || !known || found.version.removed === 'erased') {
    return { title: undefined, href: `/record/${id}`, version: undefined };
  }
  const { version } = found;
  const href = known.inStory ? `/${kind}/${id}` : `/record/${id}`;
  return { title: say(known.summary(version.body).title), href, version };
}
