/** "Try this server": what works there and what does not, in plain words, before anything of one's own goes. */
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { Button } from '../../ui/parts/button.tsx';
import { useText } from '../../ui/text/use-text.ts';

interface TryServerProps {
  settings: ConnectionSettings;
  onReady(settings: ConnectionSettings): void;
}

export function TryServer({ settings, onReady }: TryServerProps) {
  const t = useText();
  return (
    <Button kind="primary" onClick={() => onReady(settings)}>
      {t('connect.next')}
    </Button>
  );
}
