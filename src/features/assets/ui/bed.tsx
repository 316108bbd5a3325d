/** One of the three beds: its picture, and a label in real words for each thing that grows there. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Listed } from '../../../core/usable.ts';
import { PlusIcon } from '../../../ui/icons/go.tsx';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { DeliveryMark } from '../../../ui/record/delivery-mark.tsx';
import { SaidBy } from '../../../ui/record/provenance.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText, useWords } from '../../../ui/text/use-text.ts';
import { asset, type AssetBody, type Part } from '../model/asset.ts';
import { BedPicture } from './bed-picture.tsx';
import { isBedOpen, keepBedOpen } from './open-beds.ts';
import { partIcons } from './part-look.ts';
import styles from './bed.module.css';

interface BedProps {
  part: Part;
  assets: readonly Listed<AssetBody>[];
  /** Whether they are one's own. */
  own?: boolean;
  /** With a label to add one more here. */
  add?: boolean;
  /** The person of whom only the first few of many are shown, and the rest at a tap: where more follows below. */
  fewOf?: string | undefined;
}

const FEW = 6;
/** So few more do not hide behind a button that takes as much room. */
const SPARE = 2;

export function Bed({ part, assets, own = true, add, fewOf }: BedProps) {
  const t = useText();
  const say = useWords();
  const id = useId();
  const { store } = useServices();
  const [asked, setAsked] = useState(false);
  const few = fewOf !== undefined && !isBedOpen(store, fewOf, part);
  const showAll = (subject: string) => {
    keepBedOpen(store, subject, part);
    setAsked(true);
  };
  // What stood there whole stays whole when one more comes: nothing goes away under somebody's fingers.
  const whole = useRef(false);
  if (few && assets.length > 0 && assets.length <= FEW + SPARE) whole.current = true;
  const next = useRef<HTMLAnchorElement>(null);
  // The button that had the focus is gone: on with the first label that it brought.
  useEffect(() => {
    if (asked) next.current?.focus();
  }, [asked]);
  const some = few && !whole.current && assets.length > FEW + SPARE;
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
        {(some ? assets.slice(0, FEW) : assets).map(
          ({ id, body, author, subject, delivery, audience }, at) => (
            <li key={id}>
              <a ref={at === FEW ? next : null} class={styles.label} href={`/asset/${id}`}>
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
          ),
        )}
        {some && (
          <li>
            <button type="button" class={styles.label} data-more="true" onClick={() => showAll(fewOf)}>
              {t('assets.bed.all', { count: assets.length })}
            </button>
          </li>
        )}
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
