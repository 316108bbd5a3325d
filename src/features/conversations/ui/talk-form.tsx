/** The form of a talk: causes or what worked, own words, with whom, and whether something comes of it. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { createId } from '../../../core/ids.ts';
import type { Audience } from '../../../core/version.ts';
import { CutShortBelow } from '../../../ui/capture/cut-short.tsx';
import { SayOrType } from '../../../ui/capture/say-or-type.tsx';
import { SpeakButton } from '../../../ui/capture/speak-button.tsx';
import { useTakes, type Spoken } from '../../../ui/capture/use-takes.ts';
import { useUnkept } from '../../../ui/capture/use-unkept.ts';
import { DraftFound, DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { DraftTrouble } from '../../../ui/draft/draft-trouble.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { TextField } from '../../../ui/parts/field.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { AudienceChoice } from '../../../ui/record/audience-choice.tsx';
import { CommandTrouble, useCommand } from '../../../ui/record/use-command.tsx';
import { WillSee } from '../../../ui/record/will-see.tsx';
import { WhenItWas } from '../../../ui/record/when-it-was.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import { missingIn, type MissingField } from '../../actions/model/action-draft.ts';
import { inLanguage, type Statement } from '../../instruments/model/instrument.ts';
import { dropTalk, finishTalk, loadTalk, saveTalk, talkKey, type TalkAbout } from '../data.ts';
import { actionIn, blankTalk, saysSomething, type TalkDraft } from '../model/talk-draft.ts';
import type { ActionForm } from './action-form.ts';
import { Causes } from './causes.tsx';
import { Leads } from './leads.tsx';

interface TalkFormProps {
  about: TalkAbout;
  statement: Statement;
  /** Who may see it, to begin with. */
  audience: Audience;
  back: string;
  ActionForm: ActionForm;
}

/** What is said in the talk, and what comes of it. */
const spokenIn: Spoken<TalkDraft> = {
  get: ({ voice, action }, field) => (field === 'action' ? action.voice : voice) ?? null,
  put: (draft, field, voice) =>
    field === 'action' ? { ...draft, action: { ...draft.action, voice } } : { ...draft, voice },
};

export function TalkForm({ about, statement, audience, back, ActionForm }: TalkFormProps) {
  const t = useText();
  const language = useTextState().language.value;
  const { store, environment } = useServices();
  const { route } = useLocation();
  const announce = useAnnounce();
  const command = useCommand();
  const [tried, setTried] = useState(false);
  const [held, setHeld] = useState(false);
  const unkept = useUnkept(() => setHeld(false));
  const key = talkKey(about.reading.id, about.statement);
  const form = useDraft<TalkDraft>(key, {
    load: () => loadTalk(store, key),
    save: (draft) => saveTalk(store, key, draft),
    drop: () => dropTalk(store, key),
    blank: () => blankTalk({ id: createId(environment), actionId: createId(environment) }, audience),
  });
  const takes = useTakes(form, spokenIn);
  const { opened } = about;
  const name = inLanguage(statement.short, language);
  const prompt = inLanguage(statement.talk[opened], language);
  const draft = form.value;
  if (!draft) {
    return (
      <Screen title={name} back={back}>
        {form.state === 'strange' ? <DraftStrange form={form} /> : <Loading rows={4} />}
      </Screen>
    );
  }

  const missing: MissingField[] = draft.leads === 'action' ? missingIn(actionIn(draft)) : [];
  const change = (part: Partial<TalkDraft>) => form.change((now) => ({ ...now, ...part }));
  const silent = !saysSomething(draft);

  function finish(finished: TalkDraft): void {
    setTried(true);
    setHeld(unkept.any());
    if (unkept.any() || silent || missing.length > 0) return;
    command.run(
      () => finishTalk(store, about, finished),
      () => {
        form.ended();
        announce(t('conversations.saved'), { shown: true });
        route(`/conversation/${finished.id}`, true);
      },
    );
  }

  return (
    <Screen
      title={name}
      lead={prompt}
      back={back}
      aside={<SpeakButton text={`${name}. ${prompt}`} />}
      note={<WillSee audience={draft.audience} />}
      actions={
        <Button kind="primary" busy={command.busy} onClick={() => finish(draft)}>
          {t('conversations.save')}
        </Button>
      }
    >
      <DraftFound from={form.foundFrom} onStartAgain={form.startAgain}>
        <CutShortBelow takes={takes} />
      </DraftFound>
      <DraftTrouble trouble={form.trouble} />
      {opened === 'low' && <Causes values={draft.causes} onChange={(causes) => change({ causes })} />}
      <SayOrType
        label={t(`conversations.ask.${opened}`)}
        hint={`${t(`conversations.ask.${opened}.hint`)} ${t('ui.keepOut')}`}
        maxLength={LONGEST_TEXT}
        value={draft.words}
        onInput={(words) => change({ words })}
        voice={draft.voice ?? null}
        onVoice={(voice) => change({ voice: voice ?? undefined })}
        takes={takes.of('voice')}
        onVoiceBusy={unkept.of('voice')}
      />
      <TextField
        label={t('conversations.ask.with')}
        hint={`${t('conversations.ask.with.hint')} ${t('ui.keepOut')}`}
        maxLength={200}
        value={draft.with}
        onInput={(name) => change({ with: name })}
      />
      <Leads
        value={draft.leads}
        onChange={(leads) => {
          // With the form of the action goes what is being said in it: nothing waits for that.
          if (leads !== 'action') unkept.of('action')(false);
          change({ leads });
        }}
      />
      {draft.leads === 'action' && (
        <ActionForm
          value={actionIn(draft)}
          missing={tried ? missing : []}
          onChange={(part) => form.change((now) => ({ ...now, action: { ...actionIn(now), ...part } }))}
          takes={takes.of('action')}
          onVoiceBusy={unkept.of('action')}
        />
      )}
      <AudienceChoice
        value={draft.audience}
        onChange={(seenBy) => change({ audience: seenBy })}
        hint={
          draft.leads === 'action' && actionIn(draft).owner === 'project' && draft.audience === 'me'
            ? t('conversations.projectSees')
            : undefined
        }
      />
      <WhenItWas
        day={draft.day ?? null}
        said={undefined}
        onChange={(day) => change({ day: day ?? undefined })}
      />
      {held && (
        <Notice kind="attention" live="alert">
          <p>{t('conversations.recording')}</p>
        </Notice>
      )}
      {tried && !held && (silent || missing.length > 0) && (
        <Notice kind="attention" live="alert">
          <p>{t(silent ? 'conversations.silent' : 'conversations.incomplete')}</p>
        </Notice>
      )}
      <CommandTrouble trouble={command.trouble} />
    </Screen>
  );
}
