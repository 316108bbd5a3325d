/** "About me": the name to be called by and, if wanted, pronouns. No more is asked. */
import { useState } from 'preact/hooks';
import type { Version } from '../../../core/version.ts';
import { DraftFound, DraftStrange } from '../../../ui/draft/draft-found.tsx';
import { DraftTrouble } from '../../../ui/draft/draft-trouble.tsx';
import { useDraft } from '../../../ui/draft/use-draft.ts';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Button, LinkButton } from '../../../ui/parts/button.tsx';
import { TextField } from '../../../ui/parts/field.tsx';
import { Loading } from '../../../ui/parts/loading.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { Screen } from '../../../ui/parts/screen.tsx';
import { AudienceControl } from '../../../ui/record/audience-control.tsx';
import { WhereItIs } from '../../../ui/record/where-it-is.tsx';
import { CommandTrouble, useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import {
  changeOwner,
  dropOwnerDraft,
  loadOwnerDraft,
  ownerDraft,
  ownerKey,
  saveOwnerDraft,
  watchOwner,
} from '../data.ts';
import type { PersonDraft } from '../model/person-draft.ts';
import { person, type PersonBody } from '../model/person.ts';

export default function MeScreen() {
  const t = useText();
  const { store } = useServices();
  const me = useLive(() => watchOwner(store), [store]);
  // Saved, it is another version: the form begins anew from that one.
  if (me !== undefined) return <AboutMe key={me?.rev ?? 'unread'} me={me} />;
  return (
    <Screen title={t('people.title')} back="/more">
      <Loading />
    </Screen>
  );
}

/** `me` is null where what is said so far is missing or cannot be read. */
function AboutMe({ me }: { me: Version<PersonBody> | null }) {
  const t = useText();
  const language = useTextState().language.value;
  const announce = useAnnounce();
  const { store } = useServices();
  const command = useCommand();
  const [nameless, setNameless] = useState(false);
  const form = useDraft<PersonDraft>(ownerKey(store), {
    load: () => loadOwnerDraft(store),
    save: (draft) => saveOwnerDraft(store, draft),
    drop: () => dropOwnerDraft(store),
    blank: () => ownerDraft(me),
  });
  const draft = form.value;
  if (draft === null) {
    return (
      <Screen title={t('people.title')} back="/more">
        {form.state === 'strange' ? <DraftStrange form={form} /> : <Loading />}
      </Screen>
    );
  }
  function save(written: PersonDraft): void {
    const missing = written.name.trim() === '';
    setNameless(missing);
    if (missing) return;
    command.run(
      () => changeOwner(store, written, language),
      () => {
        form.recorded();
        announce(t('people.saved'), { shown: true });
      },
    );
  }
  return (
    <Screen
      title={t('people.title')}
      lead={t('people.lead')}
      back="/more"
      actions={
        <Button kind="primary" busy={command.busy} onClick={() => save(draft)}>
          {t('people.save')}
        </Button>
      }
    >
      {me === null && (
        <Notice kind="attention">
          <p>{t('people.unread')}</p>
        </Notice>
      )}
      <DraftFound from={form.foundFrom} onStartAgain={form.startAgain} />
      <DraftTrouble trouble={form.trouble} />
      <TextField
        label={t('people.name')}
        error={nameless ? t('first.name.missing') : undefined}
        value={draft.name}
        maxLength={60}
        onInput={(name) => {
          setNameless(false);
          form.change((now) => ({ ...now, name }));
        }}
      />
      <TextField
        label={t('people.pronouns')}
        hint={t('people.pronouns.hint')}
        value={draft.pronouns}
        maxLength={60}
        onInput={(pronouns) => form.change((now) => ({ ...now, pronouns }))}
      />
      <CommandTrouble trouble={command.trouble} />
      {me && <WhereItIs id={me.id} />}
      {me && <WhoMaySeeMe me={me} />}
      <LinkButton href={`/record/${store.owner.personId}/history`}>{t('record.history')}</LinkButton>
    </Screen>
  );
}

function WhoMaySeeMe({ me }: { me: Version<PersonBody> }) {
  const { store } = useServices();
  const found = useLive(() => store.watch(me.id), [store, me.id]);
  if (!found || found.status === 'damaged') return null;
  return <AudienceControl version={me} kind={person} delivery={found.delivery} />;
}
