/** The talk after a star: what stands behind a low score, or what worked for a high one, and what comes of it. */
import { useRoute } from 'preact-iso';
import type { Version } from '../../../core/version.ts';
import { isAboutOwner } from '../../../core/whose-words.ts';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { NotTheirs } from '../../../ui/record/not-theirs.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { opens } from '../../instruments/model/instrument.ts';
import { scoreOn } from '../../readings/model/answers.ts';
import type { ReadingBody } from '../../readings/model/reading.ts';
import { instrumentOfReading, usualAudience, watchReadingOf } from '../data.ts';
import type { ActionForm } from './action-form.ts';
import { TalkForm } from './talk-form.tsx';

export function TalkScreen({ ActionForm }: { ActionForm: ActionForm }) {
  const { store, owner } = useServices();
  const { params } = useRoute();
  const id = params['id'] ?? '';
  const statement = params['statement'] ?? '';
  const reading = useLive(() => watchReadingOf(store, id), [store, id]);
  if (!reading) return <NoTalk back="/star" waiting={reading === undefined} />;
  // A talk about somebody else's star is theirs to write down.
  if (!isAboutOwner(owner, reading)) return <NotTheirs page={`/reading/${id}`} />;
  return (
    <TalkAfter key={`${id} ${statement}`} reading={reading} statementId={statement} ActionForm={ActionForm} />
  );
}

interface TalkAfterProps {
  reading: Version<ReadingBody>;
  statementId: string;
  ActionForm: ActionForm;
}

function TalkAfter({ reading, statementId, ActionForm }: TalkAfterProps) {
  const { store } = useServices();
  const instrument = useLoaded(
    () => instrumentOfReading(store, reading.body),
    [store, reading.id, reading.rev],
  );
  const audience = useLoaded(() => usualAudience(store), [store]);
  const back = `/reading/${reading.id}`;
  const statement = instrument?.statements.find((one) => one.id === statementId);
  const score = scoreOn(reading.body.answers, statementId);
  const waiting = instrument === undefined || audience === undefined;
  if (!instrument || !statement || score === null || !audience)
    return <NoTalk back={back} waiting={waiting} />;
  return (
    <TalkForm
      about={{ reading, statement: statementId, score, opened: opens(instrument, score) }}
      statement={statement}
      audience={audience}
      back={back}
      ActionForm={ActionForm}
    />
  );
}

/** Until all is here, and where there is nothing to talk about: no answer, or a reading that is gone. */
function NoTalk({ back, waiting }: { back: string; waiting: boolean }) {
  const t = useText();
  return (
    <Screen title={t('conversations.title')} back={back}>
      {waiting ? <Loading rows={4} /> : <p>{t('conversations.nothing')}</p>}
    </Screen>
  );
}
