/** Something that came and is not a usable record: it is kept as it came until somebody puts it away. */
import type { SetAside } from '../../core/sync-store.ts';
import { TakeAwayIcon } from '../../ui/icons/act.tsx';
import { GapIcon } from '../../ui/icons/state.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { Disclosure } from '../../ui/parts/disclosure.tsx';
import { Row } from '../../ui/parts/layout.tsx';
import { CommandTrouble, useCommand } from '../../ui/record/use-command.tsx';
import { useServices } from '../../ui/services.tsx';
import { sayMoment } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { keptAsWritten } from './kept-as-written.ts';
import styles from './sync.module.css';
import type { SyncDesk } from './sync-desk.ts';

export function SetAsideCard({ desk, one }: { desk: SyncDesk; one: SetAside }) {
  const t = useText();
  const language = useTextState().language.value;
  const { device } = useServices();
  const { busy, trouble, run } = useCommand();
  const words = JSON.stringify(one.raw, null, 2) ?? '';

  async function save(): Promise<void> {
    const name = `plotline-${one.key.replaceAll(/[^\w-]/g, '-')}.json`;
    await device.saveFile(new File([words], name, { type: 'application/json' }));
  }

  return (
    <Card level={3} icon={GapIcon} title={t('sync.aside.one', { moment: sayMoment(language, one.at) })}>
      <p>{t('sync.why.said', { why: one.why })}</p>
      <Disclosure summary={t('sync.aside.raw')}>
        <p class={styles.key}>{one.key}</p>
        <textarea class={styles.raw} rows={8} readOnly aria-label={t('sync.aside.raw')} value={words} />
      </Disclosure>
      <Row>
        <Button compact icon={TakeAwayIcon} onClick={() => void save()}>
          {t('sync.export')}
        </Button>
        <Button
          compact
          busy={busy}
          onClick={() => run(async () => keptAsWritten(await desk.kept.dropSetAside(one.key)))}
        >
          {t('sync.aside.drop')}
        </Button>
      </Row>
      <CommandTrouble trouble={trouble} />
    </Card>
  );
}
