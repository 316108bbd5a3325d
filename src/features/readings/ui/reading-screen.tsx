/** One reading: its star with those before it laid under, and what every record has. */
import { useRoute } from 'preact-iso';
import type { Version } from '../../../core/version.ts';
import { RecordPage } from '../../../ui/record/record-page.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { Loading } from '../../../ui/parts/loading.tsx';
import { useMemo } from 'preact/hooks';
import { watchReadings } from '../data.ts';
import { reading, type ReadingBody } from '../model/reading.ts';
import { sayWhose } from './star/say-whose.ts';
import { StarBoard } from './star/star-board.tsx';

export default function ReadingScreen() {
  const t = useText();
  const id = useRoute().params['id'] ?? '';
  return (
    <RecordPage
      id={id}
      kind={reading}
      back="/star"
      edit={`/reading/${id}/edit`}
      width="wide"
      title={(version, { aboutMe, names }) => {
        if (version.body.relation !== 'self') return sayWhose(version, names, t);
        return aboutMe ? t('readings.star.title') : undefined;
      }}
    >
      {(version) => <Until version={version} />}
    </RecordPage>
  );
}

/** The star as it stood then: later readings are not laid over it. */
function Until({ version }: { version: Version<ReadingBody> }) {
  const { store } = useServices();
  const { id, subject } = version;
  const all = useLive(() => watchReadings(store, subject), [store, subject]);
  const readings = useMemo(() => {
    const alone = [version];
    if (version.body.relation !== 'self') return alone;
    const at = all?.findIndex((one) => one.id === id) ?? -1;
    return at === -1 ? alone : (all?.slice(at) ?? alone);
  }, [all, version, id]);
  if (!all) return <Loading rows={5} />;
  return <StarBoard reading={version} readings={readings} />;
}
