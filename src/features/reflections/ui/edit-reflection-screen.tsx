/** Changing a reflection: what it said before is kept as its history. */
import { useLocation, useRoute } from 'preact-iso';
import type { Version } from '../../../core/version.ts';
import { DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { RecordEdit } from '../../../ui/record/record-edit.tsx';
import { useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import {
  changeReflection,
  changeReflectionKey,
  dropReflectionDraft,
  loadReflectionDraft,
  saveReflectionDraft,
} from '../data.ts';
import { reflectionDraftOf, type ReflectionDraft } from '../model/reflection-draft.ts';
import { reflection, type ReflectionBody } from '../model/reflection.ts';
import { ReflectionForm } from './reflection-form.tsx';

export default function EditReflectionScreen() {
  const id = useRoute().params['id'] ?? '';
  return (
    <RecordEdit id={id} kind={reflection} back="/story">
      {(version) => <EditReflection key={id} version={version} />}
    </RecordEdit>
  );
}

function EditReflection({ version }: { version: Version<ReflectionBody> }) {
  const t = useText();
  const { store } = useServices();
  const { route } = useLocation();
  const announce = useAnnounce();
  const command = useCommand();
  const page = `/reflection/${version.id}`;
  const key = changeReflectionKey(version.id);
  const form = useDraft<ReflectionDraft>(key, {
    load: () => loadReflectionDraft(store, key),
    save: (draft) => saveReflectionDraft(store, key, draft),
    drop: () => dropReflectionDraft(store, key),
    blank: () => reflectionDraftOf(version),
  });
  const draft = form.value;
  if (draft === null) {
    return (
      <Screen title={t('reflections.change')} back={page}>
        {form.state === 'strange' ? <DraftStrange form={form} /> : <Loading rows={4} />}
      </Screen>
    );
  }
  return (
    <ReflectionForm
      title={t('reflections.change')}
      lead={t('reflections.change.lead')}
      back={page}
      form={form}
      draft={draft}
      said={version.occurredAt}
      command={command}
      onSave={() =>
        command.run(
          () => changeReflection(store, version, draft),
          () => {
            form.ended();
            announce(t('reflections.changed'), { shown: true });
            route(page, true);
          },
        )
      }
    />
  );
}
