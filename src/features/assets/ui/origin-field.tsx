/** Where it comes from: each place counts the same, and it may be left open. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { TextArea } from '../../../ui/parts/field.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { AssetDraft } from '../model/asset-draft.ts';
import { origins, type Origin } from '../model/asset.ts';

type Source = Pick<AssetDraft, 'origin' | 'originWords'>;

export function OriginField({
  value,
  onChange,
}: {
  value: Source;
  onChange: (value: Partial<Source>) => void;
}) {
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
      <TextArea
        label={t('assets.originWords')}
        value={value.originWords}
        maxLength={LONGEST_TEXT}
        rows={2}
        onInput={(originWords) => onChange({ originWords })}
      />
    </>
  );
}
