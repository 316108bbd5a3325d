/** How a screen gets at the sync of the open vault: a moment after the app has started. */
import type { ComponentChildren } from 'preact';
import { Loading } from '../../ui/parts/loading.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useApp } from '../app-context.tsx';
import type { SyncDesk } from './sync-desk.ts';

interface WithDeskProps {
  title: string;
  back: string;
  children: (desk: SyncDesk) => ComponentChildren;
}

/** Shows the children once there is a desk. */
export function WithDesk({ title, back, children }: WithDeskProps) {
  const desk = useApp().desk.value;
  if (desk) return <>{children(desk)}</>;
  return (
    <Screen title={title} back={back}>
      <Loading />
    </Screen>
  );
}
