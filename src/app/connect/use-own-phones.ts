/** Saying of a phone that it is one's own, and cutting one off. */
import { useRef, useState } from 'preact/hooks';
import type { Connection } from '../../core/sync-store.ts';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { useCommand, type Command } from '../../ui/record/use-command.tsx';
import { keptAsWritten } from '../sync/kept-as-written.ts';
import { settingsOf } from '../sync/settings-of.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';
import { endOwnPhone } from './ask-hub.ts';
import { hubTroubleOf, type HubTrouble } from './hub-trouble.ts';
import type { OwnPhone } from './own-phones.ts';

export interface OwnPhones {
  busy: boolean;
  /** Why the hub did not do it. */
  trouble: HubTrouble | null;
  /** Why this phone could not note it. */
  unkept: Command['trouble'];
  /** `then` only once it is noted. */
  mine(phone: OwnPhone, then: () => void): void;
  /** `then` only once the hub knows it no more, and that is noted. */
  end(phone: OwnPhone, then: () => void): void;
}

export function useOwnPhones(
  { kept }: SyncDesk,
  connection: Connection,
  { address, login }: ConnectionSettings,
): OwnPhones {
  const { busy, trouble: unkept, run } = useCommand();
  const asking = useRef(false);
  const [waits, setWaits] = useState(false);
  const [trouble, setTrouble] = useState<HubTrouble | null>(null);

  /** As they stand by now: what the hub said meanwhile stays. */
  function change(turn: (phones: OwnPhone[]) => OwnPhone[], then: () => void): void {
    run(async () => {
      const outcome = await kept.changeSettings(connection.id, (there) => {
        const settings = settingsOf({ ...connection, settings: there });
        return settings && { ...settings, phones: turn(settings.phones ?? []) };
      });
      return keptAsWritten(outcome);
    }, then);
  }

  async function end(phone: OwnPhone, then: () => void): Promise<void> {
    if (asking.current) return;
    asking.current = true;
    setWaits(true);
    setTrouble(null);
    const answer = await endOwnPhone({ address, token: login['token'] ?? '' }, phone.id);
    asking.current = false;
    setWaits(false);
    const gone = answer.status === 'answered' || (answer.status === 'refused' && answer.why === 'not-found');
    if (gone) change((phones) => phones.filter((one) => one.id !== phone.id), then);
    else setTrouble(hubTroubleOf(answer));
  }

  return {
    busy: busy || waits,
    trouble,
    unkept,
    mine: (phone, then) =>
      change((phones) => phones.map((one) => (one.id === phone.id ? { ...one, seen: true } : one)), then),
    end: (phone, then) => void end(phone, then),
  };
}
