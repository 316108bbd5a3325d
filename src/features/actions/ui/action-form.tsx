/** The form of one action, new or being changed, with its draft. */
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { WriteOutcome } from '../../../core/store.ts';
import { CutShortBelow } from '../../../ui/capture/cut-short.tsx';
import { useTakes, type Spoken } from '../../../ui/capture/use-takes.ts';
import { useUnkept } from '../../../ui/capture/use-unkept.ts';
import { DraftFound, DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { DraftTrouble } from '../../../ui/draft/draft-trouble.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { AudienceChoice } from '../../../ui/record/audience-choice.tsx';
import { CommandTrouble, useCommand } from '../../../ui/record/use-command.tsx';
import { WillSee } from '../../../ui/record/will-see.tsx';
import { WhenItWas } from '../../../ui/record/when-it-was.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { dropDraft, loadDraft, saveDraft } from '../data.ts';
import { actionDraft, missingIn, type ActionDraft } from '../model/action-draft.ts';
import { ActionFields } from './action-fields.tsx';

interface ActionFormProps {
  title: string;
  draftKey: string;
  back: string;
  blank: () => ActionDraft;
  save: (draft: ActionDraft) => Promise<WriteOutcome>;
  /** True for a new one: who may see it is asked here; later that is on its page. */
  asksAudience: boolean;
  /** When it was, as one that is being changed has said so far. */
  said?: string | undefined;
}

const spokenWhat: Spoken<ActionDraft> = {
  get: ({ fields }) => fields.voice ?? null,
  put: (draft, _field, voice) => ({ ...draft, fields: { ...draft.fields, voice } }),
};

export function ActionForm({ title, draftKey, back, blank, save, asksAudience, said }: ActionFormProps) {
  const t = useText();
  const { store } = useServices();
  const { route } = useLocation();
  const announce = useAnnounce();
  const command = useCommand();
  const [tried, setTried] = useState(false);
  const form = useDraft<ActionDraft>(draftKey, {
    load: () => loadDraft(store, draftKey, actionDraft),
    save: (draft) => saveDraft(store, draftKey, draft),
    drop: () => dropDraft(store, draftKey),
    blank,
  });
  const takes = useTakes(form, spokenWhat);
  const [held, setHeld] = useState(false);
  const unkept = useUnkept(() => setHeld(false));
  const draft = form.value;
  if (!draft) {
    return (
      <Screen title={title} back={back}>
        {form.state === 'strange' ? <DraftStrange form={form} /> : <Loading rows={4} />}
      </Screen>
    );
  }
  const missing = missingIn(draft.fields);
  const projectCannotSee = draft.fields.owner === 'project' && draft.audience === 'me';

  function finish(finished: ActionDraft): void {
    setTried(true);
    setHeld(unkept.any());
    if (unkept.any()) return;
    if (missing.length > 0) {
      announce(t('actions.incomplete'));
      return;
    }
    command.run(
      () => save(finished),
      () => {
        form.ended();
        announce(t('actions.saved'), { shown: true });
        route(`/action/${finished.id}`, true);
      },
    );
  }

  return (
    <Screen
      title={title}
      back={back}
      note={<WillSee audience={draft.audience} />}
      actions={
        <Button kind="primary" busy={command.busy} onClick={() => finish(draft)}>
          {t('actions.save')}
        </Button>
      }
    >
      <DraftFound from={form.foundFrom} onStartAgain={form.startAgain}>
        <CutShortBelow takes={takes} />
      </DraftFound>
      <DraftTrouble trouble={form.trouble} />
      <ActionFields
        value={draft.fields}
        missing={tried && !held ? missing : []}
        onChange={(part) => form.change((now) => ({ ...now, fields: { ...now.fields, ...part } }))}
        takes={takes.of('what')}
        onVoiceBusy={unkept.of('what')}
      />
      {asksAudience && (
        <AudienceChoice
          value={draft.audience}
          onChange={(audience) => form.change((now) => ({ ...now, audience }))}
          hint={projectCannotSee ? t('actions.projectSees') : undefined}
        />
      )}
      <WhenItWas
        line="actions.when"
        question="actions.when.day"
        day={draft.day ?? null}
        said={said}
        onChange={(day) => form.change((now) => ({ ...now, day: day ?? undefined }))}
      />
      {held && (
        <Notice kind="attention" live="alert">
          <p>{t('actions.recording')}</p>
        </Notice>
      )}
      <CommandTrouble trouble={command.trouble} />
    </Screen>
  );
}
