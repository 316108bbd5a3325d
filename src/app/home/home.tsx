/** "Me": what I can carry on with, then what I can do, my star, my latest moments, what is agreed to be done. */
import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { useOwnerName } from '../../features/people/ui/use-owner-name.ts';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { useApp } from '../app-context.tsx';
import { BeginList } from './begin-list.tsx';
import { CarryOn } from './carry-on.tsx';
import styles from './home.module.css';

export function Home() {
  const t = useText();
  const { state, stands } = useApp();
  const name = useOwnerName();
  const phase = state.phase.value;
  // The list of people knows it already; the record may have a newer one.
  const greeted = name ?? (phase.at === 'open' && phase.entry.label !== '' ? phase.entry.label : undefined);
  const cards = useSignal<FunctionComponent | null>(null);
  const shellOnly = useTextState().catalog.value.shellOnly === true;
  useEffect(() => {
    if (name === undefined) return;
    stands();
    state.knownAs(name);
  }, [name, state, stands]);
  const standing = name !== undefined || !shellOnly;
  useEffect(() => {
    // Their own chunk, after the greeting and what was begun: those wait for nothing else.
    if (!standing) return;
    void import('./cards.tsx').then(({ Cards }) => {
      cards.value = Cards;
    });
  }, [cards, standing]);
  const Cards = cards.value;
  return (
    <Screen
      title={greeted === undefined ? t('home.title') : t('home.hello', { name: greeted })}
      tab={t('home.title')}
      width="wide"
    >
      <CarryOn />
      {Cards && !shellOnly && <Cards />}
      <section aria-labelledby="home-begin" class={styles.begin}>
        <h2 id="home-begin">{t('home.begin')}</h2>
        <BeginList />
      </section>
    </Screen>
  );
}
