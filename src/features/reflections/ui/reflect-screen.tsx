/** "Say or show something": a new reflection, kept at every change, its writer's alone until they share it. */
import { useLocation } from 'preact-iso';
import { DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import {
  dropReflectionDraft,
  keepReflection,
  loadReflectionDraft,
  newReflection,
  reflectKey,
  saveReflectionDraft,
} from '../data.ts';
import type { ReflectionDraft } from '../model/reflection-draft.ts';
import { ReflectionForm } from './reflection-form.tsx';

export default function ReflectScreen() {
  const t = useText();
  const { store, environment } = useServices();
  const { route } = useLocation();
  const announce = useAnnounce();
  const command = useCommand();
  const key = reflectKey(store);
  const form = useDraft<ReflectionDraft>(key, {
    load: () => loadReflectionDraft(store, key),
    save: (draft) => saveReflectionDraft(store, key, draft),
    drop: () => dropReflectionDraft(store, key),
    blank: () => newReflection(environment),
  });
  const draft = form.value;
  if (draft === null) {
    return (
      <Screen title={t('reflections.new')} back="/">
        {form.state === 'strange' ? <DraftStrange form={form} /> : <Loading rows={4} />}
      </Screen>
    );
  }
  return (
    <ReflectionForm
      title={t('reflections.new')}
      back="/"
      form={form}
      draft={draft}
      command={command}
      onSave={() =>
        command.run(
          () => keepReflection(store, draft),
          () => {
            form.ended();
            announce(t('reflections.saved'), { shown: true });
            route(`/reflection/${draft.id}`, true);
          },
        )
      }
    />
  );
}
