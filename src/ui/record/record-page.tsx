/** The page of one record, of whatever kind: every state it can be in, and around the content all that records have. */
import type { ComponentChildren } from 'preact';
import type { RecordKind } from '../../core/define-record.ts';
import type { Found } from '../../core/store.ts';
import type { Version } from '../../core/version.ts';
import { Loading } from '../parts/loading.tsx';
import { Screen } from '../parts/screen.tsx';
import { useServices } from '../services.tsx';
import { useText, useWords } from '../text/use-text.ts';
import { useLive } from '../use-live.ts';
import { AudienceControl } from './audience-control.tsx';
import { RecordDamaged, RecordGone, RecordNewer } from './record-states.tsx';
import { RecordFacts } from './record-facts.tsx';
import { RecordMenu } from './record-menu.tsx';
import { Rivals } from './rivals.tsx';
import { WithdrawnNotice } from './withdrawn-notice.tsx';

export interface RecordPageProps<Body> {
  id: string;
  kind: RecordKind<Body>;
  /** Where the way back leads. */
  back: string;
  /** Title of the screen; the title of the kind's summary when left out. */
  title?: ((body: Body) => string) | undefined;
  /** Where it can be changed. Offered only to the one who wrote it. */
  edit?: string | undefined;
  /** Beside the title: a speaker button, for one. */
  aside?: ((version: Version<Body>) => ComponentChildren) | undefined;
  /** Buttons that stay at the bottom of the screen. */
  actions?: ((version: Version<Body>) => ComponentChildren) | undefined;
  width?: 'reading' | 'wide' | undefined;
  /** The content. Only asked for while the record can be read and no rivals wait. */
  children: (version: Version<Body>) => ComponentChildren;
}

/** Loads the record and keeps up with it. */
export function RecordPage<Body>(props: RecordPageProps<Body>) {
  const { id, kind, back, width } = props;
  const { store } = useServices();
  const t = useText();
  const say = useWords();
  const found = useLive(() => store.watch(id), [store, id]);
  const shown = stateOf(found, kind);

  if (shown.state !== 'ok') {
    return (
      <Screen title={t(`record.title.${shown.state}`)} back={back} step={shown.state}>
        {shown.state === 'loading' && <Loading rows={4} />}
        {shown.state === 'gone' && <RecordGone erased={shown.erased} back={back} />}
        {shown.state === 'newer' && <RecordNewer version={shown.version} />}
        {shown.state === 'damaged' && <RecordDamaged id={id} occurredAt={shown.occurredAt} />}
      </Screen>
    );
  }

  const { version, rivals } = shown;
  const withdrawn = version.removed === 'withdrawn';
  return (
    <Screen
      title={props.title?.(version.body) ?? say(kind.summary(version.body).title)}
      back={back}
      width={width}
      aside={props.aside?.(version)}
      actions={rivals > 0 || withdrawn ? undefined : props.actions?.(version)}
    >
      {withdrawn && <WithdrawnNotice version={version} kind={kind} />}
      {rivals > 0 ? <Rivals id={id} kind={kind} stamp={version.rev} /> : props.children(version)}
      <RecordFacts version={version} delivery={shown.delivery} />
      {rivals === 0 && !withdrawn && <AudienceControl version={version} kind={kind} />}
      <RecordMenu version={version} kind={kind} edit={props.edit} settled={rivals === 0} />
    </Screen>
  );
}

type Shown<Body> =
  | { state: 'loading' }
  | { state: 'gone'; erased: boolean }
  | { state: 'newer'; version: Version }
  | { state: 'damaged'; occurredAt: string }
  | (Omit<Extract<Found, { status: 'ok' }>, 'status' | 'version'> & { state: 'ok'; version: Version<Body> });

/** What to show of what was found. The body is read once more: the page was told the kind by an address. */
function stateOf<Body>(found: Found | null | undefined, kind: RecordKind<Body>): Shown<Body> {
  if (found === undefined) return { state: 'loading' };
  if (found === null) return { state: 'gone', erased: false };
  if (found.status === 'damaged') return { state: 'damaged', occurredAt: found.occurredAt };
  const { version, rivals, delivery } = found;
  if (version.removed === 'erased') return { state: 'gone', erased: true };
  if (version.kind !== kind.kind) return { state: 'gone', erased: false };
  if (found.status === 'newer') return { state: 'newer', version };
  const body = kind.body.safeParse(version.body);
  if (!body.success) return { state: 'damaged', occurredAt: version.occurredAt };
  return { state: 'ok', version: { ...version, body: body.data }, rivals, delivery };
}
