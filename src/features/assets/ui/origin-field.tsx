/** Where it comes from: each place counts the same, and it may be left open. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import { SayOrType, type SayOrTypeProps } from '../../../ui/capture/say-or-type.tsx';
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { AssetDraft } from '../model/asset-draft.ts';
import { origins, type Origin } from '../model/asset.ts';

type Source = Pick<AssetDraft, 'origin' | 'originWords' | 'originVoice'>;

interface OriginFieldProps extends Pick<SayOrTypeProps, 'takes' | 'onVoiceBusy'> {
  value: Source;
  onChange: (value: Partial<Source>) => void;
}

export function OriginField({ value, onChange, takes, onVoiceBusy }: OriginFieldProps) {
  const t = useText();
  return (
    <>
      <ChoiceOne<Origin | 'open'>
        legend={t('assets.origin')}
        legendHidden
        look="chips"
        options={[
          ...origins.map((origin) => ({ value: origin, label: t(`assets.origin.${origin}`) })),
          { value: 'open' as const, label: t('assets.origin.open') },
        ]}
        value={value.origin ?? 'open'}
        onChange={(origin) => onChange({ origin: origin === 'open' ? null : origin })}
      />
      <SayOrType
        label={t('assets.originWords')}
        hint={t('ui.keepOut')}
        value={value.originWords}
        maxLength={LONGEST_TEXT}
        rows={2}
        onInput={(originWords) => onChange({ originWords })}
        voice={value.originVoice ?? null}
        onVoice={(voice) => onChange({ originVoice: voice ?? undefined })}
        takes={takes}
        onVoiceBusy={onVoiceBusy}
      />
    </>
  );
}
