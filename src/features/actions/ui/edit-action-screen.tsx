/** Changing an action: a new version; what it said before is kept. */
import { useText } from '../../../ui/text/use-text.ts';
import { useServices } from '../../../ui/services.tsx';
import { changeAction, draftKeys } from '../data.ts';
import { begunFrom, fieldsOf } from '../model/action-draft.ts';
import { ActionForm } from './action-form.tsx';
import { OneAction } from './one-action.tsx';

export default function EditActionScreen() {
  const t = useText();
  const { store } = useServices();
  const title = t('actions.edit.title');
  return (
    <OneAction title={title}>
      {(action) => (
        <ActionForm
          title={title}
          draftKey={draftKeys.edit(action.id)}
          back={`/action/${action.id}`}
          blank={() => ({
            id: action.id,
            ...begunFrom(action),
            fields: fieldsOf(action.body),
            audience: action.audience,
          })}
          save={(draft) => changeAction(store, action, draft)}
          asksAudience={false}
          said={action.occurredAt}
        />
      )}
    </OneAction>
  );
}
