/** `/connect`: to the team's hub with a code, or to another server. What will be seen there is said before anything goes. */
import { SafeHereArt } from '../../ui/art/safe-here.tsx';
import { UndoIcon } from '../../ui/icons/act.tsx';
import { SharedIcon } from '../../ui/icons/state.tsx';
import { Button, LinkButton } from '../../ui/parts/button.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';
import { WithDesk } from '../sync/with-desk.tsx';
import { BeforeConnecting } from './before-connecting.tsx';
import { CodeEntry } from './code-entry.tsx';
import { ServerForm } from './server-form.tsx';
import { SomeoneElse } from './someone-else.tsx';
import { useConnect } from './use-connect.ts';

export default function ConnectScreen() {
  const t = useText();
  return (
    <WithDesk title={t('connect.title')} back="/more">
      {(desk) => <Connecting desk={desk} />}
    </WithDesk>
  );
}

function Connecting({ desk }: { desk: SyncDesk }) {
  const t = useText();
  const steps = useConnect(desk);
  const now = steps.stage.value;
  switch (now.at) {
    case 'ways':
      return (
        <Screen title={t('connect.title')} lead={t('connect.lead')} back="/more" step="ways">
          {steps.damaged.value && <CodeDamaged onForget={() => void steps.forgetDamaged()} />}
          <CodeEntry
            trouble={now.trouble}
            onText={(text) => void steps.code(text)}
            onTrouble={(trouble) => steps.trouble(trouble)}
          />
          <Notice kind="safe">
            <p>{t('connect.first')}</p>
          </Notice>
          <Button kind="quiet" icon={SharedIcon} onClick={() => steps.toServer()}>
            {t('connect.server')}
          </Button>
        </Screen>
      );
    case 'server':
      return (
        <ServerForm
          before={now.typed}
          onBack={() => steps.back()}
          onReady={(settings, typed) => steps.look(settings, typed)}
        />
      );
    case 'look':
      return (
        <BeforeConnecting
          desk={desk}
          plan={now.plan}
          busy={now.busy}
          trouble={now.trouble}
          onBack={() => steps.back()}
          onConnect={(showName) => void steps.connect(now.plan, showName)}
        />
      );
    case 'someone-else':
      return <SomeoneElse plan={now.plan} personId={now.personId} onBack={() => steps.back()} />;
    case 'done':
      return (
        <Screen
          title={t('connect.done', { name: now.name })}
          step="done"
          actions={
            <LinkButton kind="primary" href="/sync">
              {t('connect.done.look')}
            </LinkButton>
          }
        >
          <SafeHereArt />
          <p>{t('connect.done.what')}</p>
          <LinkButton href="/">{t('app.error.home')}</LinkButton>
        </Screen>
      );
  }
}

/** What was kept of a code that was begun with is broken: said, with what to do, and gone only when the person says so. */
function CodeDamaged({ onForget }: { onForget: () => void }) {
  const t = useText();
  return (
    <Notice
      kind="attention"
      title={t('connect.damaged')}
      actions={
        <Button compact icon={UndoIcon} onClick={onForget}>
          {t('connect.damaged.drop')}
        </Button>
      }
    >
      <p>{t('connect.damaged.what')}</p>
    </Notice>
  );
}
