/** "Something I am good at": what it is and which of the three, and it is kept. All else can come later. */
import { LONGEST_LINE } from '../../../core/body-fields.ts';
import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CutShortBelow } from '../../../ui/capture/cut-short.tsx';
import { SayOrType } from '../../../ui/capture/say-or-type.tsx';
import { useTakes } from '../../../ui/capture/use-takes.ts';
import { useUnkept } from '../../../ui/capture/use-unkept.ts';
import { DraftFound, DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { DraftTrouble } from '../../../ui/draft/draft-trouble.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { CheckIcon } from '../../../ui/icons/state.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Stack } from '../../../ui/parts/layout.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { CommandTrouble, useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { assetKey, dropAssetDraft, keepAsset, loadAssetDraft, newAsset, saveAssetDraft } from '../data.ts';
import { finishedAsset, stillNeeded, type AssetDraft, type FinishedAsset } from '../model/asset-draft.ts';
import { parts } from '../model/asset.ts';
import { AssetAdded } from './asset-added.tsx';
import { PartChoice } from './part-choice.tsx';
import { spokenAsset } from './spoken-asset.ts';

export default function AddAssetScreen() {
  const t = useText();
  const { store, environment } = useServices();
  const { query } = useLocation();
  const command = useCommand();
  const fields = useRef<HTMLFormElement>(null);
  const [needed, setNeeded] = useState<ReturnType<typeof stillNeeded> | 'recording'>(null);
  const unkept = useUnkept(() => setNeeded(null));
  const [added, setAdded] = useState<FinishedAsset | null>(null);
  const key = assetKey(store);
  const form = useDraft<AssetDraft>(key, {
    load: () => loadAssetDraft(store, key),
    save: (draft) => saveAssetDraft(store, key, draft),
    drop: () => dropAssetDraft(store, key),
    blank: () => ({ ...newAsset(environment), part: parts.find((part) => part === query['part']) ?? null }),
  });
  const takes = useTakes(form, spokenAsset);
  const draft = form.value;
  const id = draft?.id;
  const toField = (selector: string) => fields.current?.querySelector<HTMLElement>(selector)?.focus();
  useEffect(() => {
    // One can write at once; where something was begun before, that is read first.
    if (id !== undefined && form.foundFrom === null) toField('input[name=what]');
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each new form, not while it is being filled in
  }, [id]);

  if (added !== null) {
    return (
      <AssetAdded
        asset={added}
        onAnother={() => {
          setAdded(null);
          form.startAgain();
        }}
      />
    );
  }
  if (draft === null) {
    return (
      <Screen title={t('assets.add')} back="/assets">
        {form.state === 'strange' ? <DraftStrange form={form} /> : <Loading rows={3} />}
      </Screen>
    );
  }

  const change = (part: Partial<AssetDraft>) => {
    setNeeded(null);
    form.change((now) => ({ ...now, ...part }));
  };
  function save(): void {
    if (unkept.any()) {
      setNeeded('recording');
      return;
    }
    const finished = draft && finishedAsset(draft);
    const open = draft && stillNeeded(draft);
    setNeeded(open);
    if (open !== null) toField(open === 'what' ? 'input[name=what]' : 'input[type=radio]');
    if (!finished) return;
    command.run(
      () => keepAsset(store, finished),
      () => {
        form.ended();
        setAdded(finished);
      },
    );
  }

  return (
    <Screen
      title={t('assets.add')}
      back="/assets"
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
      <form
        ref={fields}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="l">
          <SayOrType
            key={draft.id}
            oneLine
            label={t('assets.ask.what')}
            hint={`${t('assets.ask.what.hint')} ${t('ui.keepOut')}`}
            error={needed === 'what' ? t('assets.ask.what.open') : undefined}
            name="what"
            value={draft.what}
            maxLength={LONGEST_LINE}
            onInput={(what) => change({ what })}
            voice={draft.whatVoice ?? null}
            onVoice={(voice) => change({ whatVoice: voice ?? undefined })}
            takes={takes.of('whatVoice')}
            onVoiceBusy={unkept.of('whatVoice')}
          />
          <PartChoice
            value={draft.part}
            error={needed === 'part' ? t('assets.which.open') : undefined}
            onChange={(part) => change({ part })}
          />
        </Stack>
      </form>
      {needed === 'recording' && (
        <Notice kind="attention" live="alert">
          <p>{t('assets.recording')}</p>
        </Notice>
      )}
      <CommandTrouble trouble={command.trouble} />
    </Screen>
  );
}
