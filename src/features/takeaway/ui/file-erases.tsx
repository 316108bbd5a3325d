/** The file erases records that are here: said before anything happens, and asked once more. */
import { ConfirmDialog } from '../../../ui/parts/dialog.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { useText } from '../../../ui/text/use-text.ts';

export function FileErases({ count }: { count: number }) {
  const t = useText();
  return (
    <Notice kind="attention" title={t('takeaway.erases.title', { count })}>
      <p>{t('takeaway.erases.what')}</p>
      <p>{t('takeaway.erases.keep', { take: t('takeaway.title') })}</p>
    </Notice>
  );
}

interface AskProps {
  open: boolean;
  count: number;
  onYes(): void;
  onNo(): void;
}

export function AskAboutErasing({ open, count, onYes, onNo }: AskProps) {
  const t = useText();
  return (
    <ConfirmDialog
      open={open}
      title={t('takeaway.erases.ask', { count })}
      confirmLabel={t('takeaway.erases.yes')}
      cancelLabel={t('takeaway.other.no')}
      danger
      onConfirm={onYes}
      onCancel={onNo}
    >
      <p>{t('takeaway.erases.asked')}</p>
    </ConfirmDialog>
  );
}
