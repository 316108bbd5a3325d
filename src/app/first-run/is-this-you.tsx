/** "Is this you?": who the file is from, and what it brings, before a space is made for it. */
import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { BrokenNotice } from '../../features/takeaway/ui/broken-notice.tsx';
import { FileContents } from '../../features/takeaway/ui/file-contents.tsx';
import { FileProblems } from '../../features/takeaway/ui/file-problems.tsx';
import type { BringInStage, BringInSteps } from '../../features/takeaway/ui/use-bring-in.ts';
import { Button } from '../../ui/parts/button.tsx';
import { TextField } from '../../ui/parts/field.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useApp } from '../app-context.tsx';
import type { PhonePerson } from '../phone-people.ts';
import { NameTaken } from './name-taken.tsx';
import { OfferLanguage } from './offer-language.tsx';
import { othersHere } from './others-here.ts';
import { WhosePhone, type Whose } from './whose-phone.tsx';

type Ready = Extract<BringInStage, { at: 'ready' }>;

interface IsThisYouProps extends Pick<Ready, 'check'> {
  broken: Ready['broken'] | undefined;
  steps: BringInSteps;
  onBegun(): void;
}

export function IsThisYou({ check: { preview }, broken, steps, onBegun }: IsThisYouProps) {
  const t = useText();
  const { state } = useApp();
  const [others] = useState(() => othersHere(state.phase.peek()));
  const whose = useSignal<Whose>(others ? 'shared' : 'own');
  const name = useSignal('');
  const nameless = useSignal(false);
  const busy = useSignal(false);
  const trouble = useSignal<PhonePerson | 'failed' | null>(null);
  const { person, problems } = preview;

  async function begin(): Promise<void> {
    if (!person || busy.peek()) return;
    const called = person.name ?? name.value.trim();
    nameless.value = called === '';
    if (nameless.value) return;
    const { id: personId, role } = person;
    const from = { personId, role, bring: steps.bring };
    busy.value = true;
    const begun = await state.begin({ name: called, ownPhone: whose.value === 'own', from });
    busy.value = false;
    if (begun.status === 'begun') onBegun();
    else if (begun.status === 'here-already') trouble.value = begun.person;
    else if (begun.status === 'failed') trouble.value = 'failed';
  }

  return (
    <Screen
      title={person ? t('come.title') : t('come.nobody')}
      lead={person ? t('come.lead') : t('come.nobody.what')}
      step={`ready ${broken ?? ''}`}
      heard
      actions={
        <>
          <Button compact onClick={() => steps.startOver()}>
            {t('ui.back')}
          </Button>
          {person && (
            <Button kind="primary" busy={busy.value} onClick={() => void begin()}>
              {t('come.yes')}
            </Button>
          )}
        </>
      }
    >
      {broken && <BrokenNotice broken={broken} />}
      {trouble.value === 'failed' && (
        <Notice kind="attention" live="alert">
          {t('first.failed')}
        </Notice>
      )}
      {trouble.value !== null && trouble.value !== 'failed' && <HereAlready person={trouble.value} />}
      {person && <FileContents preview={preview} fresh />}
      {person && person.name === null && (
        <TextField
          label={t('first.name.label')}
          heardElsewhere
          value={name.value}
          maxLength={60}
          error={nameless.value && name.value.trim() === '' ? t('first.name.missing') : undefined}
          onInput={(typed) => {
            name.value = typed;
          }}
        />
      )}
      {person && others && trouble.value === null && <NameTaken name={person.name ?? name.value} />}
      {person && <OfferLanguage languages={person.languages} />}
      <FileProblems problems={problems} />
      {person && (
        <WhosePhone
          others={others}
          value={whose.value}
          onChange={(chosen) => {
            whose.value = chosen;
          }}
        />
      )}
      {person && <Notice kind="info">{t('first.phone.nolock')}</Notice>}
    </Screen>
  );
}

/** A second space for the same person would split their story in two. */
function HereAlready({ person }: { person: PhonePerson }) {
  const t = useText();
  const { state } = useApp();
  return (
    <Notice
      kind="attention"
      live="alert"
      title={t('come.here')}
      actions={<Button onClick={() => void state.open(person)}>{t('come.here.open')}</Button>}
    >
      <p>{t('come.here.what')}</p>
    </Notice>
  );
}
