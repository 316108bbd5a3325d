/** `/record/:id`: any record, whatever its kind; also the page of kinds this app does not know. */
import { useRoute } from 'preact-iso';
import { Loading } from '../parts/loading.tsx';
import { Screen } from '../parts/screen.tsx';
import { useServices } from '../services.tsx';
import { useText } from '../text/use-text.ts';
import { useLive } from '../use-live.ts';
import { RecordLines } from './record-lines.tsx';
import { RecordPage } from './record-page.tsx';
import { RecordDamaged, RecordGone, RecordNewer } from './record-states.tsx';

export default function RecordScreen() {
  const id = useRoute().params['id'] ?? '';
  const t = useText();
  const { store, records } = useServices();
  const found = useLive(() => store.watch(id), [store, id]);
  const kind = found && records.get(found.status === 'damaged' ? found.kind : found.version.kind);
  if (kind) {
    return (
      <RecordPage id={id} kind={kind} back="/story">
        {(version) => <RecordLines kind={kind} body={version.body} />}
      </RecordPage>
    );
  }
  const state = found === undefined ? 'loading' : found === null ? 'gone' : found.status;
  return (
    <Screen title={t(`record.title.${state === 'ok' ? 'gone' : state}`)} back="/story" step={state}>
      {found === undefined && <Loading rows={4} />}
      {found === null && <RecordGone erased={false} back="/story" />}
      {found?.status === 'ok' && (
        <RecordGone
          erased={found.version.removed === 'erased'}
          ending={found.delivery === 'ending'}
          back="/story"
        />
      )}
      {found?.status === 'newer' && <RecordNewer version={found.version} />}
      {found?.status === 'damaged' && <RecordDamaged id={id} damaged={found} />}
    </Screen>
  );
}
