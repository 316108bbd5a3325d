/** Filling in an instrument: a statement a screen, then all of it once more before it is finished. */
import type { ComponentChildren } from 'preact';
import type { Version } from '../../../../core/version.ts';
import type { DraftForm } from '../../../../ui/draft/use-draft.ts';
import type { Instrument } from '../../../instruments/model/instrument.ts';
import { withAnswer, type ReadingDraft } from '../../model/reading-draft.ts';
import { ReviewStep } from './review-step.tsx';
import { StatementStep } from './statement-step.tsx';
import type { Step, Steps } from './use-steps.ts';
import type { Command } from '../../../../ui/record/use-command.tsx';

export interface AssessFormProps {
  form: DraftForm<ReadingDraft>;
  draft: ReadingDraft;
  instrument: Instrument;
  steps: Steps;
  /** The step shown. */
  at: Step;
  /** Where stopping for now leads. */
  leave: string;
  command: Command;
  onFinish: () => void;
  /** The reading that is being corrected; its day and audience stay as they are. */
  corrects?: Version | undefined;
  /** On top of the review: that something was begun before. */
  found?: ComponentChildren;
}

export function AssessForm(props: AssessFormProps) {
  const { form, draft, instrument, steps, at, leave } = props;
  const statement = at === 'review' ? undefined : instrument.statements[at - 1];
  if (at === 'review' || !statement) return <ReviewStep {...props} />;
  const last = at === instrument.statements.length;
  return (
    <StatementStep
      key={statement.id}
      at={at}
      instrument={instrument}
      statement={statement}
      draft={draft}
      trouble={form.trouble}
      leave={leave}
      next={steps.fromReview ? 'overview' : last ? 'review' : 'statement'}
      onAnswer={(change) => form.change((now) => withAnswer(now, statement.id, change))}
      onBack={() => steps.back(steps.fromReview ? 'review' : at === 1 ? null : at - 1)}
      onNext={() => {
        if (steps.fromReview) steps.back('review');
        else steps.go(last ? 'review' : at + 1);
      }}
    />
  );
}
