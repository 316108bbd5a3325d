/** A button that hands over one record as a file. */
import { useState } from 'preact/hooks';
import { TakeAwayIcon } from '../../../ui/icons/act.tsx';
import { useAnnounce } from '../../../ui/parts/announcer.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { takeRecord } from '../data/take-record.ts';

/** `appVersion` is the app's, for the file to say what made it. */
export function TakeRecordAway({ id, appVersion }: { id: string; appVersion: string }) {
  const t = useText();
  const announce = useAnnounce();
  const { store, records, device, environment } = useServices();
  const [busy, setBusy] = useState(false);

  async function take(): Promise<void> {
    setBusy(true);
    const now = new Date(environment.now());
    const file = await takeRecord(store, id, { records, now, appVersion });
    if (file === null) announce(t('takeaway.one.nothing'), { shown: true });
    else announce(t(`takeaway.saved.${await device.saveFile(file)}`, { file: file.name }), { shown: true });
    setBusy(false);
  }

  return (
    <Button compact icon={TakeAwayIcon} busy={busy} onClick={() => void take()}>
      {t('takeaway.one')}
    </Button>
  );
}
