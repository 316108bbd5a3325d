/** "Me": what I can carry on with, my star, my latest moments, what is agreed to be done. */
import { useEffect } from 'preact/hooks';
import { watchOwner } from '../../features/people/data.ts';
import { Card } from '../../ui/parts/card.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { useApp } from '../app-context.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useLive } from '../../ui/use-live.ts';
import { BeginList } from './begin-list.tsx';
import { CarryOn } from './carry-on.tsx';

export function Home() {
  const t = useText();
  const { store } = useServices();
  const { state } = useApp();
  const me = useLive(() => watchOwner(store), [store]);
  const name = me?.status === 'ok' ? me.version.body.name : undefined;
  useEffect(() => {
    if (name !== undefined) state.knownAs(name);
  }, [name]);
  return (
    <Screen title={name === undefined ? t('home.title') : t('home.hello', { name })} width="wide">
      <CarryOn />
      <Card title={t('home.begin')}>
        <BeginList />
      </Card>
    </Screen>
  );
}
