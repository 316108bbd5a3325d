/** Says that a phone was connected as oneself, and leads to where it can be cut off. Nothing where there is none. */
import type { Connection } from '../../core/sync-store.ts';
import { LinkButton } from '../../ui/parts/button.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { newPhones } from '../connect/own-phones.ts';
import { settingsOf } from './settings-of.ts';

export function NewPhoneNotice({ connection }: { connection: Connection }) {
  const t = useText();
  const settings = settingsOf(connection);
  if (!settings || newPhones(settings).length === 0) return null;
  return (
    <Notice
      kind="attention"
      title={t('sync.phone')}
      actions={<LinkButton href={`/connection/${connection.id}`}>{t('sync.phone.look')}</LinkButton>}
    >
      <p>{t('sync.phone.what')}</p>
    </Notice>
  );
}
