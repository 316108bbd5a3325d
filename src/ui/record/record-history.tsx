/** What a record was before: each version, newest first, and what changed from one to the next. */
import type { RecordKind } from '../../core/define-record.ts';
import { historySteps, type HistoryStep } from '../../core/history-steps.ts';
import { LineContent, RecordLines } from './record-lines.tsx';
import type { LineChange } from '../../core/changed-lines.ts';
import { Disclosure } from '../parts/disclosure.tsx';
import { Loading } from '../parts/loading.tsx';
import { sayMadeKey } from '../text/catalog.ts';
import { sayDay, sayMoment } from '../text/dates.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { DeliveryMark } from './delivery-mark.tsx';
import { useAuthorWords } from './provenance.tsx';
import { keyed } from './keyed.ts';
import styles from './record-history.module.css';
import { useHistory } from './use-history.ts';

interface RecordHistoryProps {
  id: string;
  kind: RecordKind;
  /** Changes whenever the record does. */
  stamp: string;
}

export function RecordHistory({ id, kind, stamp }: RecordHistoryProps) {
  const history = useHistory(id, stamp);
  if (!history) return <Loading rows={6} />;
  return (
    <ol class={styles.steps} role="list">
      {historySteps(history, kind).map((step) =>
        step.status === 'read' ? (
          <ReadStep key={step.version.rev} step={step} kind={kind} />
        ) : (
          <UnreadStep key={step.rev} step={step} />
        ),
      )}
    </ol>
  );
}

function ReadStep({ step, kind }: { step: Extract<HistoryStep, { status: 'read' }>; kind: RecordKind }) {
  const t = useText();
  const { language } = useTextState();
  const { version, delivery, deeds, changes } = step;
  const by = useAuthorWords(version.author);
  return (
    <li class={styles.step}>
      <h2 class={styles.when}>{sayMoment(language.value, version.recordedAt)}</h2>
      <p class={styles.who}>
        {by}
        <DeliveryMark of={{ delivery, audience: version.audience }} />
      </p>
      {deeds.map((deed) => (
        <p key={deed}>{t(`record.deed.${deed}`, { day: sayDay(language.value, version.occurredAt) })}</p>
      ))}
      {keyed(changes, ({ under, label }) => `${under} ${label}`).map(({ key, item }) => (
        <Change key={key} change={item} />
      ))}
      <Disclosure summary={t('record.history.whole')}>
        <RecordLines kind={kind} body={version.body} />
      </Disclosure>
    </li>
  );
}

function Change({ change }: { change: LineChange }) {
  const t = useText();
  const { label, under, before, after } = change;
  const about = under === undefined ? [label] : [under, label];
  return (
    <div class={styles.change}>
      <h3 class={styles.label}>{about.map((key) => sayMadeKey(t, key)).join(' · ')}</h3>
      <dl>
        {before && (
          <div class={styles.side}>
            <dt>{t('record.history.before')}</dt>
            <dd>
              <LineContent line={before} />
            </dd>
          </div>
        )}
        <div class={styles.side} data-side="after">
          <dt>{t(before ? 'record.history.then' : 'record.history.new')}</dt>
          <dd>{after ? <LineContent line={after} /> : t('record.history.out')}</dd>
        </div>
      </dl>
    </div>
  );
}

function UnreadStep({ step }: { step: Extract<HistoryStep, { status: 'unread' }> }) {
  const t = useText();
  const { language } = useTextState();
  return (
    <li class={styles.step}>
      {step.recordedAt !== null && <h2 class={styles.when}>{sayMoment(language.value, step.recordedAt)}</h2>}
      <p>{t(`record.history.${step.why}`)}</p>
    </li>
  );
}
