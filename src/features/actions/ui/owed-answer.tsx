/** What the project owes: asked and not answered, or not even seen by it. And the ways to an answer. */
import { useState } from 'preact/hooks';
import { changeAudience } from '../../../core/record-commands.ts';
import type { Version } from '../../../core/version.ts';
import { isByOwner } from '../../../core/whose-words.ts';
import { PenIcon } from '../../../ui/icons/act.tsx';
import { SharedIcon } from '../../../ui/icons/state.tsx';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Button, LinkButton } from '../../../ui/parts/button.tsx';
import { Card } from '../../../ui/parts/card.tsx';
import { ConfirmDialog } from '../../../ui/parts/dialog.tsx';
import { CommandTrouble, useCommand } from '../../../ui/record/use-command.tsx';
import { useServices } from '../../../ui/services.tsx';
import { sayDay } from '../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../ui/text/use-text.ts';
import { action, type ActionBody } from '../model/action.ts';
import { useAskedSince } from './waiting.tsx';

export function OwedAnswer({ version }: { version: Version<ActionBody> }) {
  const t = useText();
  const language = useTextState().language.value;
  const { owner } = useServices();
  const mine = isByOwner(owner, version);
  const asked = version.audience === 'team';
  const since = useAskedSince(version);
  const day = since && sayDay(language, since);
  return (
    <Card title={t(asked ? 'actions.owes' : 'actions.unseen')} tone="sun">
      {day && <p>{t(mine ? 'actions.owes.asked' : 'actions.owes.theirs', { day })}</p>}
      {!asked && <p>{t('actions.unseen.what')}</p>}
      {!asked && mine && <AskThem version={version} />}
      {mine && (
        <LinkButton icon={PenIcon} href={`/action/${version.id}/answer`}>
          {t('actions.answer.write')}
        </LinkButton>
      )}
    </Card>
  );
}

function AskThem({ version }: { version: Version<ActionBody> }) {
  const t = useText();
  const { store } = useServices();
  const announce = useAnnounce();
  const { busy, trouble, run } = useCommand();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button icon={SharedIcon} busy={busy} onClick={() => setAsks(true)}>
        {t('actions.share')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t('actions.share')}
        confirmLabel={t('actions.share.yes')}
        cancelLabel={t('actions.share.no')}
        onCancel={() => setAsks(false)}
        onConfirm={() => {
          setAsks(false);
          run(
            () => changeAudience(store, version, 'team', action),
            () => announce(t('record.audience.now.team'), { shown: true }),
          );
        }}
      >
        <p>{t('record.audience.team.means')}</p>
      </ConfirmDialog>
      <CommandTrouble trouble={trouble} />
    </>
  );
}
