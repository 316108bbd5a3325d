/** One calm page to say or show something: words, voice, photos, a question to start with; who may see it, and when it was. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { CutShortBelow } from '../../../ui/capture/cut-short.tsx';
import { PhotoField } from '../../../ui/capture/photo-field.tsx';
import { PhotosWait } from '../../../ui/capture/photo-trouble.tsx';
import { SayOrType } from '../../../ui/capture/say-or-type.tsx';
import { usePhotoWork } from '../../../ui/capture/use-photo-work.ts';
import { oneVoice, useTakes } from '../../../ui/capture/use-takes.ts';
import { DraftFound } from '../../../ui/draft/draft-found.tsx';
import { DraftTrouble } from '../../../ui/draft/draft-trouble.tsx';
import type { DraftForm } from '../../../ui/draft/use-draft.ts';
import { TalkIcon } from '../../../ui/icons/kinds.tsx';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { ChoiceMany } from '../../../ui/parts/choice.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { AudienceChoice } from '../../../ui/record/audience-choice.tsx';
import { CommandTrouble, type Command } from '../../../ui/record/use-command.tsx';
import { WillSee } from '../../../ui/record/will-see.tsx';
import { WhenItWas } from '../../../ui/record/when-it-was.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { saysNothing, type ReflectionDraft } from '../model/reflection-draft.ts';
import { QuestionChoice } from './question-choice.tsx';

interface ReflectionFormProps {
  title: string;
  lead?: ComponentChildren;
  back: string;
  form: DraftForm<ReflectionDraft>;
  draft: ReflectionDraft;
  /** When it was, as a reflection that is being changed has said so far. */
  said?: string | undefined;
  command: Command;
  onSave: () => void;
}

type Hold = 'empty' | 'recording' | 'photos';

export function ReflectionForm(props: ReflectionFormProps) {
  const { form, draft, command } = props;
  const t = useText();
  const area = useRef<HTMLDivElement>(null);
  const recording = useRef(false);
  const takes = useTakes(form, oneVoice);
  const [hold, setHold] = useState<Hold | null>(null);
  const photos = usePhotoWork(form, () => setHold(null));
  const change = (part: Partial<ReflectionDraft>) => {
    setHold(null);
    form.change((now) => ({ ...now, ...part }));
  };
  const toWords = () => area.current?.querySelector('textarea')?.focus();

  function save(): void {
    const inHand = recording.current ? 'recording' : photos.inHand() ? 'photos' : null;
    const held = inHand ?? (saysNothing(draft) ? 'empty' : null);
    setHold(held);
    if (held === 'empty') toWords();
    if (held === null) props.onSave();
  }

  return (
    <Screen
      title={props.title}
      lead={props.lead}
      back={props.back}
      note={<WillSee audience={draft.audience} />}
      actions={
        <Button kind="primary" icon={CheckIcon} busy={command.busy} onClick={save}>
          {t('reflections.save')}
        </Button>
      }
    >
      <DraftFound from={form.foundFrom} onStartAgain={form.startAgain}>
        <CutShortBelow takes={takes} />
      </DraftFound>
      <DraftTrouble trouble={form.trouble} />
      <div ref={area}>
        <SayOrType
          key={draft.id}
          label={t(draft.prompt === null ? 'reflections.say' : `reflections.prompt.${draft.prompt}`)}
          hint={t('reflections.others')}
          error={hold === 'empty' ? t('reflections.empty') : undefined}
          value={draft.words}
          maxLength={LONGEST_TEXT}
          rows={5}
          onInput={(words) => change({ words })}
          voice={draft.voice}
          onVoice={(voice) => change({ voice })}
          takes={takes.of('voice')}
          onVoiceBusy={(busy) => {
            recording.current = busy;
            if (!busy) setHold(null);
          }}
        />
      </div>
      <QuestionChoice
        value={draft.prompt}
        onChange={(prompt) => {
          change({ prompt });
          if (prompt !== null) toWords();
        }}
      />
      <PhotoField
        key={draft.id}
        label={t('reflections.photos')}
        value={draft.photos}
        work={photos}
        onChange={(how) => form.change((now) => ({ ...now, photos: how(now.photos) }))}
      />
      <ChoiceMany
        legend={t('reflections.talk')}
        legendHidden
        values={draft.talk ? ['talk'] : []}
        onChange={(values) => change({ talk: values.length > 0 })}
        options={[
          {
            value: 'talk',
            label: t('reflections.talk.yes'),
            hint: t('reflections.talk.means'),
            icon: TalkIcon,
          },
        ]}
      />
      <AudienceChoice
        value={draft.audience}
        hint={t(`reflections.audience.${draft.audience}`)}
        onChange={(audience) => change({ audience })}
      />
      <WhenItWas day={draft.day} said={props.said} onChange={(day) => change({ day })} />
      {hold === 'recording' && (
        <Notice kind="attention" live="alert">
          <p>{t('reflections.recording')}</p>
        </Notice>
      )}
      {hold === 'photos' && <PhotosWait />}
      <CommandTrouble trouble={command.trouble} />
      {command.trouble !== null && (
        <Notice kind="safe">
          <p>{t('reflections.safe')}</p>
        </Notice>
      )}
    </Screen>
  );
}
