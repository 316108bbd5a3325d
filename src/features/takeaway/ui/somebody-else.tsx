/** The file is another person's: said before anything happens, and asked once more. */
import { ConfirmDialog } from '../../../ui/parts/dialog.tsx';
import { Notice } from '../../../ui/parts/notice.tsx';
import { useText } from '../../../ui/text/use-text.ts';

/** `name` is null where the file does not say it. */
export function SomebodyElse({ name }: { name: string | null }) {
  const t = useText();
  return (
    <Notice
      kind="attention"
      title={name ? t('takeaway.other.titleName', { name }) : t('takeaway.other.title')}
    >
      <p>{t('takeaway.other.mixed')}</p>
      <p>
        {t('takeaway.other.better', {
          people: t('more.people'),
          newHere: t('choose.new'),
          file: t('first.file'),
        })}
      </p>
    </Notice>
  );
}

interface AskProps {
  open: boolean;
  onYes(): void;
  onNo(): void;
}

export function AskAboutSomebodyElse({ open, onYes, onNo }: AskProps) {
  const t = useText();
  return (
    <ConfirmDialog
      open={open}
      title={t('takeaway.other.ask')}
      confirmLabel={t('takeaway.other.yes')}
      cancelLabel={t('takeaway.other.no')}
      onConfirm={onYes}
      onCancel={onNo}
    >
      <p>{t('takeaway.other.asked')}</p>
    </ConfirmDialog>
  );
}
