/** The place in a talk for what comes of it. */
import type { FunctionComponent } from 'preact';
import type { FieldTakes } from '../../../ui/capture/use-takes.ts';
import type { ActionFields, MissingField } from '../../actions/model/action-draft.ts';

/** The fields of an action; the app hands in the ones of the actions themselves. */
export type ActionForm = FunctionComponent<{
  value: ActionFields;
  missing: readonly MissingField[];
  onChange: (change: Partial<ActionFields>) => void;
  takes: FieldTakes;
  onVoiceBusy: (busy: boolean) => void;
}>;
