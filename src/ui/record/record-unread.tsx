/** The page of a record that cannot be read: not opened yet, not here, too new, or damaged. */
import { Loading } from '../parts/loading.tsx';
import { Screen } from '../parts/screen.tsx';
import { useText } from '../text/use-text.ts';
import { RecordDamaged, RecordGone, RecordNewer } from './record-states.tsx';
import type { Shown } from './shown-of.ts';

interface RecordUnreadProps {
  id: string;
  shown: Exclude<Shown<unknown>, { state: 'ok' }>;
  back: string;
}

export function RecordUnread({ id, shown, back }: RecordUnreadProps) {
  const t = useText();
  return (
    <Screen title={t(`record.title.${shown.state}`)} back={back} step={shown.state}>
      {shown.state === 'loading' && <Loading rows={4} />}
      {shown.state === 'gone' && <RecordGone erased={shown.erased} ending={shown.ending} back={back} />}
      {shown.state === 'newer' && <RecordNewer version={shown.version} />}
      {shown.state === 'damaged' && <RecordDamaged id={id} damaged={shown} />}
    </Screen>
  );
}
