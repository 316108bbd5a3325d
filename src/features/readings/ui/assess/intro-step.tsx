/** Before the first statement: what it is, how long it takes, and that nothing can go wrong. */
import { SpeakButton } from '../../../../ui/capture/speak-button.tsx';
import { CalendarIcon, SpeakIcon } from '../../../../ui/icons/act.tsx';
import { GapIcon, SafeIcon } from '../../../../ui/icons/state.tsx';
import { StarIcon } from '../../../../ui/icons/kinds.tsx';
import { NextIcon } from '../../../../ui/icons/go.tsx';
import { Button } from '../../../../ui/parts/button.tsx';
import { List, ListRow } from '../../../../ui/parts/list-row.tsx';
import { Screen } from '../../../../ui/parts/screen.tsx';
import { useServices } from '../../../../ui/services.tsx';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import { inLanguage, type Instrument } from '../../../instruments/model/instrument.ts';

interface IntroStepProps {
  instrument: Instrument;
  busy: boolean;
  onStart: () => void;
}

export function IntroStep({ instrument, busy, onStart }: IntroStepProps) {
  const t = useText();
  const language = useTextState().language.value;
  const { speech } = useServices().device;
  const purpose = inLanguage(instrument.purpose, language);
  const rows = [
    { icon: CalendarIcon, words: t('readings.intro.time', { count: instrument.statements.length }) },
    { icon: StarIcon, words: t('readings.intro.noWrong') },
    { icon: GapIcon, words: t('readings.intro.leaveOut') },
    ...(speech.available(language) ? [{ icon: SpeakIcon, words: t('readings.intro.listen') }] : []),
    { icon: SafeIcon, words: t('readings.intro.kept') },
  ];
  return (
    <Screen
      title={t('readings.assess.title')}
      lead={purpose}
      step="intro"
      back="/"
      aside={<SpeakButton text={[purpose, ...rows.map(({ words }) => words)].join(' ')} />}
      actions={
        <Button kind="primary" iconEnd={NextIcon} busy={busy} onClick={onStart}>
          {t('readings.intro.start')}
        </Button>
      }
    >
      <List label={t('readings.intro.good')}>
        {rows.map(({ icon, words }) => (
          <ListRow key={words} icon={icon} title={words} />
        ))}
      </List>
    </Screen>
  );
}
