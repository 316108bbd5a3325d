/** "About me": the name to be called by and, if wanted, pronouns. No more is asked. */
import { useComputed, useSignal } from '@preact/signals';
import { Button } from '../../../ui/parts/button.tsx';
import { TextField } from '../../../ui/parts/field.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { changeOwner, watchOwner } from '../data.ts';

export default function MeScreen() {
  const t = useText();
  const announce = useAnnounce();
  const { store } = useServices();
  const me = useLive(() => watchOwner(store), [store]);
  const typedName = useSignal<string | null>(null);
  const typedPronouns = useSignal<string | null>(null);
  const problem = useSignal<string | null>(null);
  const busy = useSignal(false);
  const changed = useComputed(() => typedName.value !== null || typedPronouns.value !== null);
  if (!me) return <Loading />;
  const { body } = me;
  const looked = me;

  async function save(): Promise<void> {
    const name = (typedName.value ?? body.name).trim();
    if (name === '') {
      problem.value = t('first.name.missing');
      return;
    }
    busy.value = true;
    const pronouns = (typedPronouns.value ?? body.pronouns ?? '').trim();
    const { pronouns: _before, ...rest } = body;
    const saved = await changeOwner(store, looked, { ...rest, name, ...(pronouns ? { pronouns } : {}) });
    busy.value = false;
    problem.value = saved.status === 'saved' ? null : t('people.notSaved');
    if (saved.status !== 'saved') return;
    typedName.value = null;
    typedPronouns.value = null;
    announce(t('people.saved'), { shown: true });
  }

  return (
    <Screen
      title={t('people.title')}
      lead={t('people.lead')}
      back="/more"
      actions={
        <Button kind="primary" busy={busy.value} disabled={!changed.value} onClick={() => void save()}>
          {t('people.save')}
        </Button>
      }
    >
      <TextField
        label={t('people.name')}
        value={typedName.value ?? body.name}
        maxLength={60}
        onInput={(name) => {
          typedName.value = name;
        }}
      />
      <TextField
        label={t('people.pronouns')}
        hint={t('people.pronouns.hint')}
        value={typedPronouns.value ?? body.pronouns ?? ''}
        maxLength={60}
        onInput={(pronouns) => {
          typedPronouns.value = pronouns;
        }}
      />
      {problem.value && (
        <Notice kind="attention" live="alert">
          {problem.value}
        </Notice>
      )}
    </Screen>
  );
}
