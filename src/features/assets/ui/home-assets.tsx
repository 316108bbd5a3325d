/** What I can do, on Home: of each of the three, what was added last. Nothing while there is none. */
import { NextIcon } from '../../../ui/icons/go.tsx';
import { HandIcon } from '../../../ui/icons/kinds.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { Card } from '../../../ui/parts/card.tsx';
import { DeliveryMark } from '../../../ui/record/delivery-mark.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText, useWords } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchNewestAssets } from '../data.ts';
import { asset, parts } from '../model/asset.ts';
import { partIcons } from './part-look.ts';
import styles from './home-assets.module.css';

/** How many of each part. */
const NEWEST = 2;

export function HomeAssets() {
  const t = useText();
  const say = useWords();
  const { store, owner } = useServices();
  const assets = useLive(() => watchNewestAssets(store, owner.personId, NEWEST), [store, owner.personId]);
  if (!assets || assets.length === 0) return null;
  const filled = parts
    .map((part) => ({ part, newest: assets.filter(({ body }) => body.part === part).slice(0, NEWEST) }))
    .filter(({ newest }) => newest.length > 0);
  return (
    <Card title={t('assets.all')} icon={HandIcon}>
      <div class={styles.parts}>
        {filled.map(({ part, newest }) => {
          const Glyph = partIcons[part];
          return (
            <div key={part} class={styles.part} data-part={part}>
              <Glyph label={t(`assets.name.${part}`)} />
              <ul class={styles.names} role="list">
                {newest.map((one) => (
                  <li key={one.id}>
                    <a class={styles.name} href={`/asset/${one.id}`}>
                      {say(asset.summary(one.body).title)}
                      <DeliveryMark of={one} />
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      <LinkButton href="/assets" iconEnd={NextIcon} kind="quiet">
        {t('assets.home.all')}
      </LinkButton>
    </Card>
  );
}
