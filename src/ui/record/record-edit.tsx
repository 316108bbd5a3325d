/** The frame of a form that changes one record: opens it, and says plainly where it cannot be changed. */
import type { ComponentChildren } from 'preact';
import type { RecordKind } from '../../core/define-record.ts';
import type { Version } from '../../core/version.ts';
import { isByOwner } from '../../core/whose-words.ts';
import { useServices } from '../services.tsx';
import { useLive } from '../use-live.ts';
import { NotTheirs } from './not-theirs.tsx';
import { RecordUnread } from './record-unread.tsx';
import { shownOf } from './shown-of.ts';

interface RecordEditProps<Body> {
  id: string;
  kind: RecordKind<Body>;
  /** Where the way back leads when there is nothing to change. */
  back: string;
  /** The form, with its `Screen`. It is drawn again when the record changes under it. */
  children: (version: Version<Body>) => ComponentChildren;
}

export function RecordEdit<Body>({ id, kind, back, children }: RecordEditProps<Body>) {
  const { store, owner } = useServices();
  const found = useLive(() => store.watch(id), [store, id]);
  const shown = shownOf(found, kind);
  if (shown.state !== 'ok') return <RecordUnread id={id} shown={shown} back={back} />;
  if (!isByOwner(owner, shown.version)) return <NotTheirs page={`/${kind.kind}/${id}`} />;
  return <>{children(shown.version)}</>;
}
