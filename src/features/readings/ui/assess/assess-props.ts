/** What the form is handed, and hands on to its steps. */
import type { ComponentChildren } from 'preact';
import type { Version } from '../../../../core/version.ts';
import type { FormTakes } from '../../../../ui/capture/use-takes.ts';
import type { DraftForm } from '../../../../ui/draft/use-draft.ts';
import type { Command } from '../../../../ui/record/use-command.tsx';
import type { Instrument } from '../../../instruments/model/instrument.ts';
import type { ReadingDraft } from '../../model/reading-draft.ts';
import type { Step, Steps } from './use-steps.ts';

export interface AssessFormProps {
  form: DraftForm<ReadingDraft>;
  draft: ReadingDraft;
  takes: FormTakes;
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
