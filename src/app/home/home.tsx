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
  const { state } = useApp();
  const name = useOwnerName();
  const cards = useSignal<FunctionComponent | null>(null);
  const shellOnly = useTextState().catalog.value.shellOnly === true;
  useEffect(() => {
    if (name !== undefined) state.knownAs(name);
  }, [name, state]);
  useEffect(() => {
    // Their own chunk: the greeting and what was begun do not wait for it.
    void import('./cards.tsx').then(({ Cards }) => {
      cards.value = Cards;
    });
  }, [cards]);
  const Cards = cards.value;
  return (
    <Screen title={name === undefined ? t('home.title') : t('home.hello', { name })} width="wide">
      <CarryOn />
      {Cards && !shellOnly && <Cards />}
      <section aria-labelledby="home-begin" class={styles.begin}>
        <h2 id="home-begin">{t('home.begin')}</h2>
        <BeginList />
      </section>
    </Screen>
  );
}
