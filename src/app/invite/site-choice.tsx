/** At which site somebody comes in; a coordinator may name a new one. */
import { ChoiceOne } from '../../ui/parts/choice.tsx';
import { TextField } from '../../ui/parts/field.tsx';
import { useText } from '../../ui/text/use-text.ts';
import type { Site } from './use-sites.ts';
import { NEW_SITE, type SiteChosen } from './what-to-ask.ts';

interface SiteChoiceProps {
  sites: readonly Site[];
  chosen: SiteChosen;
  mayName: boolean;
  /** True once it was tried without an answer. */
  missing: boolean;
  onChange(chosen: SiteChosen): void;
}

export function SiteChoice({ sites, chosen, mayName, missing, onChange }: SiteChoiceProps) {
  const t = useText();
  const { at, name } = chosen;
  return (
    <>
      <ChoiceOne
        legend={t('invite.site')}
        error={missing && at === undefined ? t('invite.site.missing') : undefined}
        value={at}
        onChange={(site) => onChange({ ...chosen, at: site })}
        options={[
          ...sites.map((site) => ({ value: site.id, label: site.name })),
          ...(mayName ? [{ value: NEW_SITE, label: t('invite.site.new') }] : []),
        ]}
      />
      {at === NEW_SITE && (
        <TextField
          label={t('invite.site.name')}
          value={name}
          maxLength={200}
          error={missing && name.trim() === '' ? t('invite.site.name.missing') : undefined}
          onInput={(typed) => onChange({ ...chosen, name: typed })}
        />
      )}
    </>
  );
}
