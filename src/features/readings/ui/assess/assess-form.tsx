/** Filling in an instrument: a statement a screen, then all of it once more before it is finished. */
import { useState } from 'preact/hooks';
import { withAnswer } from '../../model/reading-draft.ts';
import type { AssessFormProps } from './assess-props.ts';
import { ReviewStep } from './review-step.tsx';
import { StatementStep } from './statement-step.tsx';

export function AssessForm(props: AssessFormProps) {
  const { form, draft, takes, instrument, steps, at, leave } = props;
  /** The statements whose notes have sound that is not kept yet. */
  const [keeping, setKeeping] = useState<ReadonlySet<string>>(new Set());
  const statement = at === 'review' ? undefined : instrument.statements[at - 1];
  if (at === 'review' || !statement) return <ReviewStep {...props} keeping={keeping.size > 0} />;
  const last = at === instrument.statements.length;
  return (
    <StatementStep
      key={statement.id}
      at={at}
      instrument={instrument}
      statement={statement}
      draft={draft}
      takes={takes.of(statement.id)}
      trouble={form.trouble}
      leave={leave}
      next={steps.fromReview ? 'overview' : last ? 'review' : 'statement'}
      onAnswer={(change) => form.change((now) => withAnswer(now, statement.id, change))}
      onVoiceBusy={(busy) =>
        setKeeping(
          (now) => new Set([...now].filter((id) => id !== statement.id).concat(busy ? statement.id : [])),
        )
      }
      onBack={() => steps.back(steps.fromReview ? 'review' : at === 1 ? null : at - 1)}
      onNext={() => {
        if (steps.fromReview) steps.back('review');
        else steps.go(last ? 'review' : at + 1);
      }}
    />
  );
}
