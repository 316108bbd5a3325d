/** Offers all of it to one place once more: for a loss over there that the app could not find out by itself. */
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { CommandTrouble, useCommand } from '../../ui/record/use-command.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { keptAsWritten } from '../sync/kept-as-written.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';

export function SendAgain({ desk, connection }: { desk: SyncDesk; connection: string }) {
  const t = useText();
  const announce = useAnnounce();
  const { busy, trouble, run } = useCommand();

  function sendAgain(): void {
    run(
      async () => keptAsWritten(await desk.kept.queueAgain(connection)),
      () => {
        announce(t('connect.again.done'), { shown: true });
        desk.now();
      },
    );
  }

  return (
    <Card title={t('connect.again')}>
      <p>{t('connect.again.what')}</p>
      <p>{t('connect.again.when')}</p>
      <Button busy={busy} onClick={sendAgain}>
        {t('connect.again')}
      </Button>
      <CommandTrouble trouble={trouble} />
    </Card>
  );
}
