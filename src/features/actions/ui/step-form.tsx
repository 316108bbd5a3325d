/** The frame of a short form about one action (its answer, its outcome): draft, troubles, saving. */
import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { Version } from '../../../core/version.ts';
import type { WriteOutcome } from '../../../core/store.ts';
import { CutShortBelow } from '../../../ui/capture/cut-short.tsx';
import { oneVoice, useTakes, type FieldTakes } from '../../../ui/capture/use-takes.ts';
import { useUnkept } from '../../../ui/capture/use-unkept.ts';
import { VoicePlayer } from '../../../ui/capture/voice-player.tsx';
import { DraftFound, DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { DraftTrouble } from '../../../ui/draft/draft-trouble.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { CommandTrouble, useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText, useWords } from '../../../ui/text/use-text.ts';
import { dropDraft, loadDraft, saveDraft } from '../data.ts';
import type { AnswerDraft, OutcomeDraft } from '../model/action-draft.ts';
import { action, type ActionBody } from '../model/action.ts';

/** The form as its fields see it. */
export interface Step<Draft> {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** True once saving was tried and something is missing. */
  wrong: boolean;
  takes: FieldTakes;
  onVoiceBusy: (busy: boolean) => void;
}

interface StepFormProps<Draft> {
  title: string;
  about: Version<ActionBody>;
  draftKey: string;
  shape: Parameters<typeof loadDraft<Draft>>[2];
  blank: () => Draft;
  /** True where what must be said is said. */
  complete: (draft: Draft) => boolean;
  save: (draft: Draft) => Promise<WriteOutcome>;
  children: (step: Step<Draft>) => ComponentChildren;
}

export function StepForm<Draft extends AnswerDraft | OutcomeDraft>(props: StepFormProps<Draft>) {
  const { title, about, draftKey } = props;
  const t = useText();
  const say = useWords();
  const { store } = useServices();
  const { route } = useLocation();
  const announce = useAnnounce();
  const command = useCommand();
  const [tried, setTried] = useState(false);
  const [held, setHeld] = useState(false);
  const unkept = useUnkept(() => setHeld(false));
  const form = useDraft<Draft>(draftKey, {
    load: () => loadDraft(store, draftKey, props.shape),
    save: (draft) => saveDraft(store, draftKey, draft),
    drop: () => dropDraft(store, draftKey),
    blank: props.blank,
  });
  const takes = useTakes(form, oneVoice);
  const back = `/action/${about.id}`;
  const draft = form.value;
  if (!draft) {
    return (
      <Screen title={title} back={back}>
        {form.state === 'strange' ? <DraftStrange form={form} /> : <Loading rows={4} />}
      </Screen>
    );
  }
  const complete = props.complete(draft);
  function finish(finished: Draft): void {
    setTried(true);
    setHeld(unkept.any());
    if (unkept.any() || !complete) return;
    command.run(
      () => props.save(finished),
      () => {
        form.ended();
        announce(t('actions.saved'), { shown: true });
        route(back, true);
      },
    );
  }
  const { voice } = about.body;
  return (
    <Screen
      title={title}
      lead={say(action.summary(about.body).title)}
      back={back}
      actions={
        <Button kind="primary" busy={command.busy} onClick={() => finish(draft)}>
          {t('actions.save')}
        </Button>
      }
    >
      {voice && <VoicePlayer voice={voice} />}
      <DraftFound from={form.foundFrom} onStartAgain={form.startAgain}>
        <CutShortBelow takes={takes} />
      </DraftFound>
      <DraftTrouble trouble={form.trouble} />
      {props.children({
        draft,
        change: (part) => form.change((now) => ({ ...now, ...part })),
        wrong: tried && !held && !complete,
        takes: takes.of('voice'),
        onVoiceBusy: unkept.of('voice'),
      })}
      {held && (
        <Notice kind="attention" live="alert">
          <p>{t('actions.recording')}</p>
        </Notice>
      )}
      <CommandTrouble trouble={command.trouble} />
    </Screen>
  );
}
