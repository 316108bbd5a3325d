/** Who can see one record, in words, and the step to the other side: shared with the team, or mine alone again. */
import type { RecordKind } from '../../core/define-record.ts';
import { changeAudience } from '../../core/record-commands.ts';
import type { Delivery } from '../../core/store.ts';
import type { Version } from '../../core/version.ts';
import { isByOwner } from '../../core/whose-words.ts';
import { PrivateIcon, SharedIcon } from '../icons/state.tsx';
import { useAnnounce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Card } from '../parts/card.tsx';
import { useServices } from '../services.tsx';
import { useText } from '../text/use-text.ts';
import { isStillEnding } from './still-ending.ts';
import { CommandTrouble, useCommand } from './use-command.tsx';

interface AudienceControlProps {
  version: Version;
  kind: RecordKind;
  delivery: Delivery;
}

/** Only the author is asked: it is theirs to share. To others it only tells. */
export function AudienceControl({ version, kind, delivery }: AudienceControlProps) {
  const t = useText();
  const { store, owner } = useServices();
  const announce = useAnnounce();
  const { busy, trouble, run } = useCommand();
  const { audience } = version;
  const other = audience === 'me' ? 'team' : 'me';
  const ending = audience === 'me' && delivery === 'ending';

  async function sayIt(): Promise<void> {
    const waits = other === 'me' && (await isStillEnding(store, version.id));
    announce(t(waits ? 'record.audience.now.ending' : `record.audience.now.${other}`), { shown: true });
  }

  return (
    <Card title={t('record.audience.title')} icon={audience === 'me' ? PrivateIcon : SharedIcon}>
      <p>
        <strong>{t(ending ? 'record.audience.ending' : `record.audience.${audience}`)}</strong>
      </p>
      <p>{t(ending ? 'record.audience.ending.means' : `record.audience.${audience}.means`)}</p>
      {isByOwner(owner, version) && (
        <>
          <Button
            icon={other === 'me' ? PrivateIcon : SharedIcon}
            busy={busy}
            onClick={() => run(() => changeAudience(store, version, other, kind), sayIt)}
          >
            {t(`record.audience.to.${other}`)}
          </Button>
          {other === 'team' && <p>{t('record.audience.team.means')}</p>}
        </>
      )}
      <CommandTrouble trouble={trouble} />
    </Card>
  );
}
