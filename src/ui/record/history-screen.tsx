/** `/record/:id/history`: what a record of any kind was before. */
import { useRoute } from 'preact-iso';
import { Loading } from '../parts/loading.tsx';
import { Screen } from '../parts/screen.tsx';
import { useServices } from '../services.tsx';
import { useText, useWords } from '../text/use-text.ts';
import { useLive } from '../use-live.ts';
import { RecordHistory } from './record-history.tsx';
import { RecordGone, RecordNewer } from './record-states.tsx';

export default function HistoryScreen() {
  const id = useRoute().params['id'] ?? '';
  const t = useText();
  const say = useWords();
  const { store, records } = useServices();
  const found = useLive(() => store.watch(id), [store, id]);
  const gone = found === null || (found?.status === 'ok' && found.version.removed === 'erased');
  const ending = found?.status === 'ok' && found.delivery === 'ending';
  const name = found?.status === 'damaged' ? found.kind : found?.version.kind;
  const kind = name === undefined ? undefined : records.get(name);
  const back = gone ? '/story' : kind ? `/${kind.kind}/${id}` : `/record/${id}`;
  const title =
    found?.status === 'ok' && kind && !gone ? say(kind.summary(found.version.body).title) : undefined;
  return (
    <Screen
      title={t('record.history.title')}
      back={back}
      lead={title}
      step={found === undefined ? 'loading' : 'here'}
    >
      {found === undefined && <Loading rows={6} />}
      {gone && <RecordGone erased={found !== null} ending={ending} back={back} />}
      {!gone && found && kind && <RecordHistory id={id} kind={kind} stamp={stampOf(found)} />}
      {!gone && found?.status === 'newer' && !kind && <RecordNewer version={found.version} />}
    </Screen>
  );
}

function stampOf(
  found: { status: 'damaged'; rev: string } | { version: { rev: string }; rivals: number },
): string {
  return 'version' in found ? `${found.version.rev} ${found.rivals}` : found.rev;
}
