/** Changing a talk: a new version; what was said before is kept as its history. */
import { useLocation, useRoute } from 'preact-iso';
import { useRef, useState } from 'preact/hooks';
import type { Version } from '../../../core/version.ts';
import { CutShortBelow } from '../../../ui/capture/cut-short.tsx';
import { oneVoice, useTakes } from '../../../ui/capture/use-takes.ts';
import { DraftFound, DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { DraftTrouble } from '../../../ui/draft/draft-trouble.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { RecordEdit } from '../../../ui/record/record-edit.tsx';
import { CommandTrouble, useCommand } from '../../../ui/record/use-command.tsx';
import { WhenItWas } from '../../../ui/record/when-it-was.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText, useWords } from '../../../ui/text/use-text.ts';
import { changeTalk, changeTalkKey, dropTalk, loadTalkChange, saveTalk } from '../data.ts';
import { conversation, type ConversationBody } from '../model/conversation.ts';
import { saysNothing, talkChangeOf, type TalkChange } from '../model/talk-change.ts';
import { TalkFields } from './talk-fields.tsx';

export default function EditTalkScreen() {
  const id = useRoute().params['id'] ?? '';
  return (
    <RecordEdit id={id} kind={conversation} back="/star">
      {(version) => <EditTalk key={id} version={version} />}
    </RecordEdit>
  );
}

type Hold = 'silent' | 'recording';

function EditTalk({ version }: { version: Version<ConversationBody> }) {
  const t = useText();
  const say = useWords();
  const { store } = useServices();
  const { route } = useLocation();
  const announce = useAnnounce();
  const command = useCommand();
  const recording = useRef(false);
  const [hold, setHold] = useState<Hold | null>(null);
  const page = `/conversation/${version.id}`;
  const key = changeTalkKey(version.id);
  const form = useDraft<TalkChange>(key, {
    load: () => loadTalkChange(store, key),
    save: (draft) => saveTalk(store, key, draft),
    drop: () => dropTalk(store, key),
    blank: () => talkChangeOf(version),
  });
  const takes = useTakes(form, oneVoice);
  const draft = form.value;
  if (draft === null) {
    return (
      <Screen title={t('conversations.change')} back={page}>
        {form.state === 'strange' ? <DraftStrange form={form} /> : <Loading rows={4} />}
      </Screen>
    );
  }

  function save(changed: TalkChange): void {
    // A talk may stand for what came of it alone; then there was nothing that could be emptied.
    const emptied = saysNothing(changed) && !saysNothing(talkChangeOf(version));
    const held = recording.current ? 'recording' : emptied ? 'silent' : null;
    setHold(held);
    if (held !== null) return;
    command.run(
      () => changeTalk(store, version, changed),
      () => {
        form.ended();
        announce(t('conversations.changed'), { shown: true });
        route(page, true);
      },
    );
  }

  const { statement, opened } = version.body;
  return (
    <Screen
      title={t('conversations.change')}
      lead={t('conversations.change.lead', { statement: say({ key: `readings.statement.${statement}` }) })}
      back={page}
      actions={
        <Button kind="primary" icon={CheckIcon} busy={command.busy} onClick={() => save(draft)}>
          {t('conversations.save')}
        </Button>
      }
    >
      <DraftFound from={form.foundFrom} onStartAgain={form.startAgain}>
        <CutShortBelow takes={takes} />
      </DraftFound>
      <DraftTrouble trouble={form.trouble} />
      <TalkFields
        opened={opened}
        value={draft}
        takes={takes.of('voice')}
        onChange={(part) => {
          setHold(null);
          form.change((now) => ({ ...now, ...part }));
        }}
        onVoiceBusy={(busy) => {
          recording.current = busy;
          if (!busy) setHold(null);
        }}
      />
      <WhenItWas
        day={draft.day ?? null}
        said={version.occurredAt}
        onChange={(day) => form.change((now) => ({ ...now, day: day ?? undefined }))}
      />
      {hold !== null && (
        <Notice kind="attention" live="alert">
          <p>{t(`conversations.${hold}`)}</p>
        </Notice>
      )}
      <CommandTrouble trouble={command.trouble} />
    </Screen>
  );
}
