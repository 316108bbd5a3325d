/** The frame of a short form about one action (its answer, its outcome): draft, troubles, saving. */
import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { WriteOutcome } from '../../../core/store.ts';
import { DraftFound, DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { DraftTrouble } from '../../../ui/draft/draft-trouble.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { CommandTrouble, useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { dropDraft, loadDraft, saveDraft } from '../data.ts';

interface StepFormProps<Draft> {
  title: string;
  /** What the action is, under the title. */
  lead: string;
  draftKey: string;
  shape: Parameters<typeof loadDraft<Draft>>[2];
  blank: () => Draft;
  /** The page of the action. */
  back: string;
  /** True where what must be said is said. */
  complete: (draft: Draft) => boolean;
  save: (draft: Draft) => Promise<WriteOutcome>;
  /** `wrong` is true once saving was tried and something is missing. */
  children: (draft: Draft, change: (part: Partial<Draft>) => void, wrong: boolean) => ComponentChildren;
}

export function StepForm<Draft>(props: StepFormProps<Draft>) {
  const { title, draftKey, back } = props;
  const t = useText();
  const { store } = useServices();
  const { route } = useLocation();
  const announce = useAnnounce();
  const command = useCommand();
  const [tried, setTried] = useState(false);
  const form = useDraft<Draft>(draftKey, {
    load: () => loadDraft(store, draftKey, props.shape),
    save: (draft) => saveDraft(store, draftKey, draft),
    drop: () => dropDraft(store, draftKey),
    blank: props.blank,
  });
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
    if (!complete) return;
    command.run(
      () => props.save(finished),
      () => {
        form.ended();
        announce(t('actions.saved'), { shown: true });
        route(back, true);
      },
    );
  }
  return (
    <Screen
      title={title}
      lead={props.lead}
      back={back}
      actions={
        <Button kind="primary" busy={command.busy} onClick={() => finish(draft)}>
          {t('actions.save')}
        </Button>
      }
    >
      <DraftFound from={form.foundFrom} onStartAgain={form.startAgain} />
      <DraftTrouble trouble={form.trouble} />
      {props.children(draft, (part) => form.change((now) => ({ ...now, ...part })), tried && !complete)}
      <CommandTrouble trouble={command.trouble} />
    </Screen>
  );
}
