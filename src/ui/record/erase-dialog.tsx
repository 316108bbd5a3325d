/** Asks before a record is erased for good, and says exactly what goes. */
import type { RecordKind } from '../../core/define-record.ts';
import { recordChangedIn } from '../../core/draft-key.ts';
import { erase } from '../../core/record-commands.ts';
import { useEffect, useState } from 'preact/hooks';
import { useAnnounce } from '../parts/announcer.tsx';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { useServices } from '../services.tsx';
import { useText } from '../text/use-text.ts';
import { useLive } from '../use-live.ts';
import { isStillEnding } from './still-ending.ts';
import { CommandTrouble, useCommand } from './use-command.tsx';
import { useHistory } from './use-history.ts';
import { whatGoes } from './what-goes.ts';

interface EraseDialogProps {
  id: string;
  /** Left out where the record cannot be read. */
  kind: RecordKind | undefined;
  /** True where somebody else wrote it. */
  theirs?: boolean | undefined;
  open: boolean;
  onClose: () => void;
}

export function EraseDialog({ id, kind, theirs = false, open, onClose }: EraseDialogProps) {
  const t = useText();
  const { store } = useServices();
  const announce = useAnnounce();
  const { busy, trouble, run } = useCommand();
  const others = useOthersMayHave(id, open);
  return (
    <ConfirmDialog
      open={open}
      title={t('record.erase.title')}
      confirmLabel={t('record.erase.yes')}
      cancelLabel={t('record.erase.no')}
      danger
      busy={busy}
      onCancel={onClose}
      onConfirm={() =>
        run(
          () => erase(store, id),
          async () => {
            onClose();
            announce(t((await isStillEnding(store, id)) ? 'record.erased.ending' : 'record.erased'));
          },
        )
      }
    >
      {theirs && <p>{t('record.erase.theirs')}</p>}
      <p>{t('record.erase.goes')}</p>
      <WhatGoesList id={id} kind={kind} />
      {others && <p>{t('record.erase.others')}</p>}
      <p>
        <strong>{t('record.erase.noWay')}</strong>
      </p>
      <p>{t('record.erase.mark')}</p>
      {kind?.stays && <p>{t(kind.stays)}</p>}
      <CommandTrouble trouble={trouble} />
    </ConfirmDialog>
  );
}

/** Asked anew each time the dialog opens: what waited then may have been sent since. */
function useOthersMayHave(id: string, open: boolean): boolean {
  const { store } = useServices();
  const [others, setOthers] = useState(false);
  const [broken, setBroken] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    if (!open) return undefined;
    let wanted = true;
    store.othersMayHave(id).then(
      (may) => wanted && setOthers(may),
      (error: unknown) => wanted && setBroken({ error }),
    );
    return () => {
      wanted = false;
    };
  }, [store, id, open]);
  if (broken) throw broken.error;
  return others;
}

function WhatGoesList({ id, kind }: { id: string; kind: RecordKind | undefined }) {
  const t = useText();
  const { store } = useServices();
  const history = useHistory(id, 'erase');
  const drafts = useLive(() => store.watchDrafts(), [store]);
  if (!history || !drafts) return null;
  const { versions, photos, recordings } = whatGoes(history, kind);
  return (
    <ul>
      {versions > 0 && <li>{t('record.erase.versions', { count: versions })}</li>}
      {photos > 0 && <li>{t('record.erase.photos', { count: photos })}</li>}
      {recordings > 0 && <li>{t('record.erase.recordings', { count: recordings })}</li>}
      {!kind && <li>{t('record.erase.unread')}</li>}
      {drafts.some(({ key }) => recordChangedIn(key) === id) && <li>{t('record.erase.drafts')}</li>}
    </ul>
  );
}
