/** Something to do, written down by itself, without a talk before it. */
import { createId } from '../../../core/ids.ts';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { addAction, draftKeys, usualAudience } from '../data.ts';
import { blankFields } from '../model/action-draft.ts';
import { ActionForm } from './action-form.tsx';

export default function AddActionScreen() {
  const t = useText();
  const { store, environment } = useServices();
  const audience = useLoaded(() => usualAudience(store), [store]);
  const title = t('actions.add.title');
  if (!audience) {
    return (
      <Screen title={title} back="/actions">
        <Loading rows={4} />
      </Screen>
    );
  }
  return (
    <ActionForm
      title={title}
      draftKey={draftKeys.add(store)}
      back="/actions"
      blank={() => ({ id: createId(environment), fields: blankFields, audience })}
      save={(draft) => addAction(store, draft)}
      asksAudience
    />
  );
}
