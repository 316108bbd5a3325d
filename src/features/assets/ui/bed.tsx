/** One of the three beds: its picture, and a label in real words for each thing that grows there. */
import { useId } from 'preact/hooks';
import type { Listed } from '../../../core/usable.ts';
import { PlusIcon } from '../../../ui/icons/go.tsx';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { DeliveryMark } from '../../../ui/record/delivery-mark.tsx';
import { SaidBy } from '../../../ui/record/provenance.tsx';
import { useText, useWords } from '../../../ui/text/use-text.ts';
import { asset, type AssetBody, type Part } from '../model/asset.ts';
import { BedPicture } from './bed-picture.tsx';
import { partIcons } from './part-look.ts';
import styles from './bed.module.css';

interface BedProps {
  part: Part;
  assets: readonly Listed<AssetBody>[];
  /** Whether they are one's own. */
  own?: boolean;
  /** With a label to add one more here. */
  add?: boolean;
}

export function Bed({ part, assets, own = true, add }: BedProps) {
  const t = useText();
  const say = useWords();
  const id = useId();
  const Glyph = partIcons[part];
  return (
    <section class={styles.bed} data-part={part} aria-labelledby={id}>
      <div class={styles.picture}>
        <BedPicture part={part} count={assets.length} />
      </div>
      <h2 id={id} class={styles.title}>
        <Glyph />
        {own ? t(`assets.bed.${part}`) : t(`assets.name.${part}`)}
      </h2>
      <ul class={styles.labels} role="list">
        {assets.map(({ id, body, author, subject, delivery, audience }) => (
          <li key={id}>
            <a class={styles.label} href={`/asset/${id}`}>
              <span>{say(asset.summary(body).title)}</span>
              <SaidBy said={{ author, subject }} />
              <DeliveryMark of={{ delivery, audience }} />
              {body.priorLearning && (
                <span class={styles.before}>
                  <CheckIcon />
                  {t('assets.priorLearning')}
                </span>
              )}
            </a>
          </li>
        ))}
        {add && (
          <li>
            <a class={styles.label} data-add="true" href={`/assets/add?part=${part}`}>
              <PlusIcon />
              {t(`assets.bed.add.${part}`)}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}
