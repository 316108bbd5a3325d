/** Who can read what goes to a place. */
import { PeopleIcon } from '../../ui/icons/go.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { useText } from '../../ui/text/use-text.ts';

interface ReadersProps {
  /** False for a server of which nobody knows whom it lets in. */
  hub: boolean;
  /** Said before the list. */
  lead?: string;
}

export function Readers({ hub, lead }: ReadersProps) {
  const t = useText();
  return (
    <Card title={t('connect.readers')} icon={PeopleIcon}>
      {lead !== undefined && <p>{lead}</p>}
      {hub ? (
        <ul>
          <li>{t('connect.readers.you')}</li>
          <li>{t('connect.readers.workers')}</li>
          <li>{t('connect.readers.coordinators')}</li>
        </ul>
      ) : (
        <p>{t('connect.readers.server')}</p>
      )}
    </Card>
  );
}
