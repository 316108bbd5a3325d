/** What is known about a record besides its content: kind, who, when, and where it is. */
import { readable } from '../../core/record-commands.ts';
import type { Delivery } from '../../core/store.ts';
import type { Version } from '../../core/version.ts';
import { DeliveryState } from '../parts/delivery-state.tsx';
import { sayMoment } from '../text/dates.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { KindPicture, useKindWord } from './kind-look.tsx';
import { sayWhen, useAuthorWords } from './provenance.tsx';
import styles from './record-facts.module.css';
import { useHistory } from './use-history.ts';

export function RecordFacts({ version, delivery }: { version: Version; delivery: Delivery }) {
  const t = useText();
  const { language } = useTextState();
  const word = useKindWord();
  const by = useAuthorWords(version.author);
  // What stands may be no more than a share that ended, or a withdrawal: it was written down before that.
  const history = useHistory(version.id, version.rev);
  const first = history ? readable(history).find(({ base }) => base === null) : version;
  return (
    <section class={styles.facts} aria-label={t('record.facts')}>
      <p class={styles.kind}>
        <KindPicture kind={version.kind} />
        {word(version.kind)}
      </p>
      <dl class={styles.list}>
        <div>
          <dt>{t('record.facts.by')}</dt>
          <dd>{by}</dd>
        </div>
        <div>
          <dt>{t('record.facts.happened')}</dt>
          <dd>{sayWhen(language.value, version.occurredAt)}</dd>
        </div>
        <div>
          <dt>{t(first ? 'record.facts.written' : 'record.facts.changed')}</dt>
          <dd>{history ? sayMoment(language.value, (first ?? version).recordedAt) : '…'}</dd>
        </div>
        <div>
          <dt>{t('record.facts.where')}</dt>
          <dd>
            <DeliveryState state={delivery} label={t(`record.delivery.${delivery}`)} />
          </dd>
        </div>
      </dl>
    </section>
  );
}
