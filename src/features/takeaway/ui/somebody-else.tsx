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
  /** True where the file also erases records that are here: then one's own do not all stay as they are. */
  erases: boolean;
  onYes(): void;
  onNo(): void;
}

export function AskAboutSomebodyElse({ open, erases, onYes, onNo }: AskProps) {
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
      <p>{t(erases ? 'takeaway.other.askedMixed' : 'takeaway.other.asked')}</p>
    </ConfirmDialog>
  );
}
