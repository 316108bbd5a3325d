/** Coming back to what was begun: carry on, or start again. */
import type { ComponentChildren } from 'preact';
import { StartAgain } from '../../../../ui/draft/start-again.tsx';
import { NextIcon } from '../../../../ui/icons/go.tsx';
import { Button } from '../../../../ui/parts/button.tsx';
import { List, ListRow } from '../../../../ui/parts/list-row.tsx';
import { Notice } from '../../../../ui/parts/notice.tsx';
import { Screen } from '../../../../ui/parts/screen.tsx';
import { sayMoment } from '../../../../ui/text/dates.ts';
import { readableId } from '../../../../ui/text/catalog.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import type { Instrument } from '../../../instruments/model/instrument.ts';
import type { ReadingDraft } from '../../model/reading-draft.ts';
import { indicatorIcon } from '../indicator-icons.ts';

interface BegunStepProps {
  draft: ReadingDraft;
  /** When it was last changed; null where it was begun on this visit. */
  from: string | null;
  /** Null where this app does not know the version of the tool it was begun with: it is shown and kept. */
  instrument: Instrument | null;
  /** Above all else: what else is to be known on the way back. */
  found?: ComponentChildren;
  onCarryOn: () => void;
  onStartAgain: () => void;
}

export function BegunStep(props: BegunStepProps) {
  const { draft, from, instrument, onCarryOn, onStartAgain } = props;
  const t = useText();
  const language = useTextState().language.value;
  const reached = draft.answers.filter(({ score }) => score !== undefined).length;
  return (
    <Screen
      title={t('readings.assess.title')}
      lead={from === null ? t('readings.begun.now') : t('draft.begun', { moment: sayMoment(language, from) })}
      step="begun"
      heard
      back="/"
      actions={
        <>
          <StartAgain compact onStartAgain={onStartAgain} />
          {instrument && (
            <Button kind="primary" iconEnd={NextIcon} onClick={onCarryOn}>
              {t('draft.carryOn')}
            </Button>
          )}
        </>
      }
    >
      {props.found}
      {instrument ? (
        <p>{t('readings.begun.reached', { count: reached, total: draft.answers.length })}</p>
      ) : (
        <>
          <Notice kind="safe" title={t('readings.begun.otherTool')}>
            <p>{t('readings.begun.otherTool.what')}</p>
          </Notice>
          <List label={t('readings.review.answers')}>
            {draft.answers.map(({ statement, score, note }) => (
              <ListRow
                key={statement}
                icon={indicatorIcon(draft.instrument, statement)}
                title={readableId(statement)}
                detail={[
                  typeof score === 'number' ? t('readings.score', { score }) : t('readings.notAnswered'),
                  ...(note?.trim() ? [note] : []),
                ].join(' · ')}
              />
            ))}
          </List>
        </>
      )}
    </Screen>
  );
}
