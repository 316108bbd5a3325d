/** One action: what was agreed, whether the project answered, what came of it. */
import { useRoute } from 'preact-iso';
import type { Version } from '../../../core/version.ts';
import { isByOwner } from '../../../core/whose-words.ts';
import { PenIcon, UndoIcon } from '../../../ui/icons/act.tsx';
import { StarIcon, TalkIcon } from '../../../ui/icons/kinds.tsx';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Button, LinkButton } from '../../../ui/parts/button.tsx';
import { List, ListRow } from '../../../ui/parts/list-row.tsx';
import { RecordLines } from '../../../ui/record/record-lines.tsx';
import { RecordPage } from '../../../ui/record/record-page.tsx';
import { CommandTrouble, useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { localDay, sayDay } from '../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import { reopenAction } from '../data.ts';
import { action, asksForAnswer, owesAnswer, type ActionBody } from '../model/action.ts';
import { isPast } from '../model/open-actions.ts';
import { OwedAnswer } from './owed-answer.tsx';

export default function ActionScreen() {
  const t = useText();
  const id = useRoute().params['id'] ?? '';
  return (
    <RecordPage
      id={id}
      kind={action}
      back="/actions"
      edit={`/action/${id}/edit`}
      actions={(version) => tellOutcome(version, t('actions.outcome.tell'))}
    >
      {(version) => <Told version={version} />}
    </RecordPage>
  );
}

/** The way to telling what came of it, while nothing is told. */
function tellOutcome({ id, body }: Version<ActionBody>, words: string) {
  if (body.outcome) return undefined;
  return (
    <LinkButton kind="primary" icon={CheckIcon} href={`/action/${id}/outcome`}>
      {words}
    </LinkButton>
  );
}

function Told({ version }: { version: Version<ActionBody> }) {
  const t = useText();
  const language = useTextState().language.value;
  const { environment, owner } = useServices();
  const mine = isByOwner(owner, version);
  const { body } = version;
  const today = localDay(new Date(environment.now()).toISOString());
  return (
    <>
      {asksForAnswer(version) && <OwedAnswer version={version} />}
      {mine && body.by && isPast(body, today) && (
        <p>{t('actions.past.ask', { day: sayDay(language, body.by) })}</p>
      )}
      <RecordLines kind={action} body={body} />
      <Ways version={version} mine={mine} />
      {mine && body.outcome && <OpenAgain version={version} />}
    </>
  );
}

/** Where it leads: to what it came of, and, for the one who wrote it, to changing what is told of it. */
function Ways({ version, mine }: { version: Version<ActionBody>; mine: boolean }) {
  const t = useText();
  const { id, body } = version;
  const told = mine && (body.answer !== undefined || body.outcome !== undefined);
  if (!told && body.conversation === undefined && body.reading === undefined) return null;
  return (
    <List label={t('actions.ways')}>
      {body.conversation && (
        <ListRow icon={TalkIcon} title={t('actions.toTalk')} href={`/conversation/${body.conversation}`} />
      )}
      {body.reading && (
        <ListRow icon={StarIcon} title={t('actions.toStar')} href={`/reading/${body.reading}`} />
      )}
      {mine && body.answer && (
        <ListRow icon={PenIcon} title={t('actions.answer.change')} href={`/action/${id}/answer`} />
      )}
      {mine && owesAnswer(body) && !asksForAnswer(version) && (
        <ListRow icon={PenIcon} title={t('actions.answer.write')} href={`/action/${id}/answer`} />
      )}
      {mine && body.outcome && (
        <ListRow icon={PenIcon} title={t('actions.outcome.change')} href={`/action/${id}/outcome`} />
      )}
    </List>
  );
}

function OpenAgain({ version }: { version: Version<ActionBody> }) {
  const t = useText();
  const { store } = useServices();
  const announce = useAnnounce();
  const { busy, trouble, run } = useCommand();
  return (
    <>
      <Button
        icon={UndoIcon}
        busy={busy}
        onClick={() =>
          run(
            () => reopenAction(store, version),
            () => announce(t('actions.reopened'), { shown: true }),
          )
        }
      >
        {t('actions.reopen')}
      </Button>
      <CommandTrouble trouble={trouble} />
    </>
  );
}
