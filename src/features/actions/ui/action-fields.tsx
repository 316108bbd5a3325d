/** What will be done, who does it, and by when: on its own screen and inside a talk. */
import { LONGEST_TEXT } from '../../../core/body-fields.ts';
import { SayOrType } from '../../../ui/capture/say-or-type.tsx';
import type { FieldTakes } from '../../../ui/capture/use-takes.ts';
import { PeopleIcon } from '../../../ui/icons/go.tsx';
import { MeIcon, ProjectIcon } from '../../../ui/icons/kinds.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { ChoiceOne } from '../../../ui/parts/choice.tsx';
import { DateField } from '../../../ui/parts/date-field.tsx';
import { TextField } from '../../../ui/parts/field.tsx';
import { Row, Stack } from '../../../ui/parts/layout.tsx';
import { useServices } from '../../../ui/services.tsx';
import { localDay } from '../../../ui/text/dates.ts';
import { useText } from '../../../ui/text/use-text.ts';
import type { ActionFields as Fields, MissingField } from '../model/action-draft.ts';
import { dayLater, type Later } from '../model/day-later.ts';

interface ActionFieldsProps {
  value: Fields;
  /** What was found missing when saving was tried. */
  missing: readonly MissingField[];
  onChange: (change: Partial<Fields>) => void;
  /** See `SayOrType`. */
  takes: FieldTakes;
  onVoiceBusy: (busy: boolean) => void;
}

const soon: readonly Later[] = ['week', 'month', 'quarter'];

export function ActionFields({ value, missing, onChange, takes, onVoiceBusy }: ActionFieldsProps) {
  const t = useText();
  const { environment } = useServices();
  const today = localDay(new Date(environment.now()).toISOString());
  const wrong = (field: MissingField) =>
    missing.includes(field) ? t(`actions.missing.${field}`) : undefined;
  return (
    <Stack gap="l">
      <SayOrType
        label={t('actions.form.what')}
        hint={`${t('actions.form.what.hint')} ${t('ui.keepOut')}`}
        error={wrong('what')}
        rows={2}
        maxLength={LONGEST_TEXT}
        value={value.what}
        onInput={(what) => onChange({ what })}
        voice={value.voice ?? null}
        onVoice={(voice) => onChange({ voice: voice ?? undefined })}
        onVoiceBusy={onVoiceBusy}
        takes={takes}
      />
      <div>
        <ChoiceOne
          legend={t('actions.form.owner')}
          error={wrong('owner')}
          value={value.owner}
          onChange={(owner) => onChange({ owner })}
          options={[
            { value: 'me', label: t('actions.form.owner.me'), icon: MeIcon },
            { value: 'project', label: t('actions.form.owner.project'), icon: ProjectIcon },
            { value: 'other', label: t('actions.form.owner.other'), icon: PeopleIcon },
          ]}
        />
      </div>
      {(value.owner === 'project' || value.owner === 'other') && (
        <TextField
          label={t(`actions.form.name.${value.owner}`)}
          hint={t('actions.form.name.hint')}
          error={wrong('ownerName')}
          maxLength={200}
          value={value.ownerName}
          onInput={(ownerName) => onChange({ ownerName })}
        />
      )}
      <Stack gap="s">
        <DateField
          label={t('actions.form.by')}
          hint={t('actions.form.by.hint')}
          today={today}
          picksHidden
          value={value.by ?? ''}
          onChange={(by) => onChange({ by: by === '' ? null : by })}
        />
        <Row>
          {soon.map((later) => {
            const day = dayLater(today, later);
            return (
              <Button
                key={later}
                compact
                pressed={value.by === day}
                onClick={() => onChange({ by: value.by === day ? null : day })}
              >
                {t(`actions.form.by.${later}`)}
              </Button>
            );
          })}
        </Row>
      </Stack>
    </Stack>
  );
}
