/** The page of one record, of whatever kind: every state it can be in, and around the content all that records have. */
import type { ComponentChildren } from 'preact';
import type { RecordKind } from '../../core/define-record.ts';
import type { Version } from '../../core/version.ts';
import { isAboutOwner, isByOwner } from '../../core/whose-words.ts';
import { Screen } from '../parts/screen.tsx';
import { useServices } from '../services.tsx';
import { useText, useWords } from '../text/use-text.ts';
import { useLive } from '../use-live.ts';
import { AudienceControl } from './audience-control.tsx';
import { useKindWord } from './kind-look.tsx';
import { RecordFacts } from './record-facts.tsx';
import { RecordMenu } from './record-menu.tsx';
import { RecordUnread } from './record-unread.tsx';
import styles from './record-page.module.css';
import { Rivals } from './rivals.tsx';
import { shownOf, type Shown } from './shown-of.ts';
import { useNameOf, useNamesOf } from './use-name-of.ts';
import { WithdrawnNotice } from './withdrawn-notice.tsx';

/** Who looks at it, and what they know of whoever wrote it. */
interface Reader {
  /** True for the one it is about: "my star" and the like are said to them alone. */
  aboutMe: boolean;
  /** The name of whoever wrote it, by their id; empty where it is not known on this phone. */
  names: ReadonlyMap<string, string>;
}

export interface RecordPageProps<Body> {
  id: string;
  kind: RecordKind<Body>;
  /** Where the way back leads. */
  back: string;
  /** Title of the screen; the title of the kind's summary where it is left out, or gives nothing. */
  title?: ((version: Version<Body>, reader: Reader) => string | undefined) | undefined;
  /** Where it can be changed. Offered only to the one who wrote it. */
  edit?: string | undefined;
  /** Beside the title: a speaker button, for one. */
  aside?: ((version: Version<Body>) => ComponentChildren) | undefined;
  /** Buttons that stay at the bottom of the screen; only for the one who wrote it. */
  actions?: ((version: Version<Body>) => ComponentChildren) | undefined;
  width?: 'reading' | 'wide' | undefined;
  /** The content. Only asked for while the record can be read and no rivals wait. */
  children: (version: Version<Body>) => ComponentChildren;
}

/** Loads the record and keeps up with it. */
export function RecordPage<Body>(props: RecordPageProps<Body>) {
  const { id, kind } = props;
  const { store } = useServices();
  const found = useLive(() => store.watch(id), [store, id]);
  const shown = shownOf(found, kind);
  if (shown.state !== 'ok') return <RecordUnread id={id} shown={shown} back={props.back} />;
  return <ReadPage {...props} shown={shown} />;
}

type Read<Body> = Extract<Shown<Body>, { state: 'ok' }>;

function ReadPage<Body>(props: RecordPageProps<Body> & { shown: Read<Body> }) {
  const { id, kind, width = 'record', shown } = props;
  const { version, rivals } = shown;
  const { owner } = useServices();
  const t = useText();
  const say = useWords();
  const kindWord = useKindWord();
  const names = useNamesOf(props.title ? [version.author.id] : []);
  const withdrawn = version.removed === 'withdrawn';
  const mine = isByOwner(owner, version);
  const aboutMe = isAboutOwner(owner, version);
  const title = props.title?.(version, { aboutMe, names }) ?? say(kind.summary(version.body).title);
  // The page of the one it is about is where others come from.
  const back = aboutMe ? props.back : `/people/${version.subject}`;
  return (
    <Screen
      title={title}
      tab={kindWord(kind.kind)}
      back={back}
      lead={aboutMe ? undefined : <AboutWhom id={version.subject} />}
      step={`${version.removed ?? 'ok'} ${rivals > 0}`}
      width={width}
      aside={props.aside?.(version)}
      actions={rivals > 0 || withdrawn || !mine ? undefined : props.actions?.(version)}
    >
      <div class={styles.sides} data-width={width}>
        <div class={styles.side}>
          {withdrawn && <WithdrawnNotice version={version} kind={kind} />}
          {rivals > 0 ? <Rivals id={id} kind={kind} stamp={version.rev} /> : props.children(version)}
        </div>
        <div class={styles.side}>
          <RecordFacts version={version} delivery={shown.delivery} />
          {!mine && <p>{t('record.theirs')}</p>}
          {rivals === 0 && !withdrawn && (mine || aboutMe) && (
            <AudienceControl version={version} kind={kind} delivery={shown.delivery} />
          )}
          <RecordMenu version={version} kind={kind} edit={props.edit} settled={rivals === 0} />
        </div>
      </div>
    </Screen>
  );
}

function AboutWhom({ id }: { id: string }) {
  const t = useText();
  const name = useNameOf(id);
  return <>{t('record.about', { name: name ?? t('record.nameless') })}</>;
}
