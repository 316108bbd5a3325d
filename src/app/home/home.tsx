/** "Me": what I can carry on with, then what I can do, my star, my latest moments, what is agreed to be done. */
import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { useApp } from '../app-context.tsx';
import { BeginList } from './begin-list.tsx';
import type { CardsProps } from './cards.tsx';
import { CarryOn } from './carry-on.tsx';
import styles from './home.module.css';

export function Home() {
  const t = useText();
  const { state, stands } = useApp();
  const { records } = useServices();
  const name = useSignal<string | undefined>(undefined);
  const phase = state.phase.value;
  // The list of people knows it already; the record, which is read later, may have a newer one.
  const greeted =
    name.value ?? (phase.at === 'open' && phase.entry.label !== '' ? phase.entry.label : undefined);
  const onName = useCallback(
    (known: string) => {
      name.value = known;
      state.knownAs(known);
    },
    [name, state],
  );
  const standing = useSignal(false);
  const onShown = useCallback(() => {
    standing.value = true;
    stands();
  }, [standing, stands]);
  const cards = useSignal<FunctionComponent<CardsProps> | null>(null);
  useEffect(() => {
    // Their own chunk, after the greeting and what was begun: those wait for nothing else.
    if (!standing.value) return;
    void import('./cards.tsx').then(({ Cards }) => {
      cards.value = Cards;
    });
  }, [cards, standing.value]);
  const Cards = cards.value;
  const complete = useTextState().catalog.value.shellOnly !== true && records.size > 0;
  return (
    <Screen
      title={greeted === undefined ? t('home.title') : t('home.hello', { name: greeted })}
      tab={t('home.title')}
      width="wide"
    >
      <CarryOn onShown={onShown} />
      {Cards && complete && <Cards onName={onName} />}
      <section aria-labelledby="home-begin" class={styles.begin}>
        <h2 id="home-begin">{t('home.begin')}</h2>
        <BeginList />
      </section>
    </Screen>
  );
}
