/** Everything that can be told about an asset. Only what it is and which of the three are needed. */
import { LONGEST_LINE, LONGEST_TEXT } from '../../../core/body-fields.ts';
import { useRef, useState } from 'preact/hooks';
import { CutShortBelow } from '../../../ui/capture/cut-short.tsx';
import { PhotoField } from '../../../ui/capture/photo-field.tsx';
import { PhotosWait } from '../../../ui/capture/photo-trouble.tsx';
import { SayOrType } from '../../../ui/capture/say-or-type.tsx';
import { usePhotoWork } from '../../../ui/capture/use-photo-work.ts';
import { useTakes } from '../../../ui/capture/use-takes.ts';
import { useUnkept } from '../../../ui/capture/use-unkept.ts';
import { DraftFound } from '../../../ui/draft/draft-found.tsx';
import { DraftTrouble } from '../../../ui/draft/draft-trouble.tsx';
import type { DraftForm } from '../../../ui/draft/use-draft.ts';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { TextField } from '../../../ui/parts/field.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { AudienceChoice } from '../../../ui/record/audience-choice.tsx';
import { CommandTrouble, type Command } from '../../../ui/record/use-command.tsx';
import { WillSee } from '../../../ui/record/will-see.tsx';
import { WhenItWas } from '../../../ui/record/when-it-was.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { finishedAsset, type AssetDraft, type AssetVoice, type FinishedAsset } from '../model/asset-draft.ts';
import { CompetencesField } from './competences-field.tsx';
import { Folded } from './folded.tsx';
import { OriginField } from './origin-field.tsx';
import { PartChoice } from './part-choice.tsx';
import { PriorLearningField } from './prior-learning-field.tsx';
import { spokenAsset } from './spoken-asset.ts';

interface AssetFormProps {
  back: string;
  form: DraftForm<AssetDraft>;
  draft: AssetDraft;
  /** When it was, as it has said so far. */
  said: string;
  command: Command;
  onSave: (finished: FinishedAsset) => void;
}

const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function AssetForm({ back, form, draft, said, command, onSave }: AssetFormProps) {
  const t = useText();
  const what = useRef<HTMLDivElement>(null);
  const takes = useTakes(form, spokenAsset);
  const [hold, setHold] = useState<'what' | 'recording' | 'photos' | null>(null);
  const photos = usePhotoWork(form, () => setHold(null));
  const unkept = useUnkept(() => setHold(null));
  const spokenIn = (field: AssetVoice) => ({ takes: takes.of(field), onVoiceBusy: unkept.of(field) });
  const change = (part: Partial<AssetDraft>) => {
    setHold(null);
    form.change((now) => ({ ...now, ...part }));
  };

  function save(): void {
    const finished = finishedAsset(draft);
    const inHand = unkept.any() ? 'recording' : photos.inHand() ? 'photos' : null;
    const held = inHand ?? (finished ? null : 'what');
    setHold(held);
    if (held === 'what') what.current?.querySelector('input')?.focus();
    if (held === null && finished) onSave(finished);
  }

  return (
    <Screen
      title={t('assets.tellMore')}
      lead={t('assets.tellMore.lead')}
      back={back}
      note={<WillSee audience={draft.audience} />}
      actions={
        <Button kind="primary" icon={CheckIcon} busy={command.busy} onClick={save}>
          {t('assets.save')}
        </Button>
      }
    >
      <DraftFound from={form.foundFrom} onStartAgain={form.startAgain}>
        <CutShortBelow takes={takes} />
      </DraftFound>
      <DraftTrouble trouble={form.trouble} />
      <div ref={what}>
        <SayOrType
          oneLine
          label={t('assets.what')}
          error={hold === 'what' ? t('assets.ask.what.open') : undefined}
          value={draft.what}
          maxLength={LONGEST_LINE}
          onInput={(words) => change({ what: words })}
          voice={draft.whatVoice ?? null}
          onVoice={(voice) => change({ whatVoice: voice ?? undefined })}
          {...spokenIn('whatVoice')}
        />
      </div>
      <PartChoice value={draft.part} onChange={(part) => change({ part })} />
      <SayOrType
        label={t('assets.more')}
        hint={`${t('assets.more.hint')} ${t('ui.keepOut')}`}
        value={draft.more}
        maxLength={LONGEST_TEXT}
        onInput={(more) => change({ more })}
        voice={draft.voice}
        onVoice={(voice) => change({ voice })}
        {...spokenIn('voice')}
      />
      <PhotoField
        label={t('assets.photos')}
        value={draft.photos}
        work={photos}
        onChange={(how) => form.change((now) => ({ ...now, photos: how(now.photos) }))}
      />
      <div>
        <Folded
          title={t('assets.origin')}
          said={draft.origin !== null || draft.originWords !== '' || draft.originVoice !== undefined}
          found={takes.found.has('originVoice')}
        >
          <OriginField value={draft} onChange={change} {...spokenIn('originVoice')} />
        </Folded>
        <Folded
          title={t('assets.usedIn')}
          said={draft.usedIn !== '' || draft.usedInVoice !== undefined}
          found={takes.found.has('usedInVoice')}
        >
          <SayOrType
            label={t('assets.usedIn.ask')}
            hint={`${t('assets.usedIn.hint')} ${t('ui.keepOut')}`}
            value={draft.usedIn}
            maxLength={LONGEST_TEXT}
            onInput={(usedIn) => change({ usedIn })}
            voice={draft.usedInVoice ?? null}
            onVoice={(voice) => change({ usedInVoice: voice ?? undefined })}
            {...spokenIn('usedInVoice')}
          />
        </Folded>
        <Folded
          title={t('assets.priorLearning')}
          said={draft.priorLearning}
          found={takes.found.has('priorLearningVoice')}
        >
          <PriorLearningField value={draft} onChange={change} {...spokenIn('priorLearningVoice')} />
        </Folded>
        <Folded
          title={t('assets.competences')}
          said={draft.competences.length > 0 || draft.competence !== ''}
        >
          <CompetencesField value={draft} onChange={change} />
        </Folded>
        <Folded title={t('assets.broughtUpBy')} said={draft.broughtUpBy !== ''}>
          <TextField
            label={t('assets.broughtUpBy.ask')}
            hint={t('assets.broughtUpBy.hint')}
            value={anId.test(draft.broughtUpBy) ? '' : draft.broughtUpBy}
            maxLength={LONGEST_LINE}
            onInput={(broughtUpBy) => change({ broughtUpBy })}
          />
        </Folded>
      </div>
      <AudienceChoice value={draft.audience} onChange={(audience) => change({ audience })} />
      <WhenItWas
        line="assets.when"
        question="assets.when.day"
        day={draft.day ?? null}
        said={said}
        onChange={(day) => change({ day: day ?? undefined })}
      />
      {hold === 'recording' && (
        <Notice kind="attention" live="alert">
          <p>{t('assets.recording')}</p>
        </Notice>
      )}
      {hold === 'photos' && <PhotosWait />}
      <CommandTrouble trouble={command.trouble} />
      {command.trouble !== null && (
        <Notice kind="safe">
          <p>{t('assets.stillHere')}</p>
        </Notice>
      )}
    </Screen>
  );
}
