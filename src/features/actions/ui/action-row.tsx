/** An action as a row: what, by whom and by when, and calmly whether the project still owes an answer. */
import type { Listed } from '../../../core/usable.ts';
import { PeopleIcon } from '../../../ui/icons/go.tsx';
import { MeIcon, ProjectIcon } from '../../../ui/icons/kinds.tsx';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { ListRow } from '../../../ui/parts/list-row.tsx';
import { DeliveryMark } from '../../../ui/record/delivery-mark.tsx';
import { SaidBy } from '../../../ui/record/provenance.tsx';
import { useServices } from '../../../ui/services.tsx';
import { localDay, sayDay } from '../../../ui/text/dates.ts';
import { useText, useTextState, useWords } from '../../../ui/text/use-text.ts';
import { action as kind, asksForAnswer, type ActionBody } from '../model/action.ts';
import { isPast } from '../model/open-actions.ts';
import { Waiting } from './waiting.tsx';

const ownerIcons = { me: MeIcon, project: ProjectIcon, other: PeopleIcon };

export function ActionRow({ action }: { action: Listed<ActionBody> }) {
  const t = useText();
  const say = useWords();
  const { body } = action;
  const when = useWhen(body);
  return (
    <ListRow
      href={`/action/${action.id}`}
      icon={body.outcome ? CheckIcon : ownerIcons[body.owner]}
      tone={body.outcome ? 'leaf' : 'sun'}
      title={say(kind.summary(body).title)}
      detail={body.outcome ? t(`actions.outcome.${body.outcome.state}`) : when}
      state={
        <>
          {asksForAnswer(action) && <Waiting action={action} />}
          <SaidBy said={action} />
          <DeliveryMark of={action} />
        </>
      }
    />
  );
}

/** Who and by when in one line: "Maria · by 3 March 2026", and kindly where that day is over. */
function useWhen(body: ActionBody): string | undefined {
  const t = useText();
  const language = useTextState().language.value;
  const { environment } = useServices();
  const today = localDay(new Date(environment.now()).toISOString());
  const words: string[] = [];
  if (body.ownerName) words.push(body.ownerName);
  if (body.by) {
    const key = isPast(body, today) ? 'actions.past' : 'actions.due';
    words.push(t(key, { day: sayDay(language, body.by) }));
  }
  if (body.answer) words.push(t('actions.answered', { day: sayDay(language, body.answer.on) }));
  return words.length > 0 ? words.join(' · ') : undefined;
}
