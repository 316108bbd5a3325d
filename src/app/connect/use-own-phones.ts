/** Saying of a phone that it is one's own, and cutting one off. */
import { useState } from 'preact/hooks';
import type { Connection } from '../../core/sync-store.ts';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import { settingsOf } from '../sync/settings-of.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';
import { endOwnPhone } from './ask-hub.ts';
import { hubTroubleOf, type HubTrouble } from './hub-trouble.ts';
import type { OwnPhone } from './own-phones.ts';

export interface OwnPhones {
  busy: boolean;
  trouble: HubTrouble | null;
  mine(phone: OwnPhone): void;
  /** `then` only once the hub knows it no more. */
  end(phone: OwnPhone, then: () => void): void;
}

export function useOwnPhones(
  { kept }: SyncDesk,
  { id }: Connection,
  settings: ConnectionSettings,
): OwnPhones {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<HubTrouble | null>(null);

  /** As it is kept by now: what the hub said meanwhile stays. */
  async function change(turn: (phones: OwnPhone[]) => OwnPhone[]): Promise<void> {
    const there = (await kept.connections()).find((one) => one.id === id);
    const now = there && settingsOf(there);
    if (now) await kept.saveConnection({ ...there, settings: { ...now, phones: turn(now.phones ?? []) } });
  }

  async function end(phone: OwnPhone, then: () => void): Promise<void> {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    const answer = await endOwnPhone(
      { address: settings.address, token: settings.login['token'] ?? '' },
      phone.id,
    );
    const gone = answer.status === 'answered' || (answer.status === 'refused' && answer.why === 'not-found');
    if (gone) {
      await change((phones) => phones.filter((one) => one.id !== phone.id));
      then();
    } else setTrouble(hubTroubleOf(answer));
    setBusy(false);
  }

  return {
    busy,
    trouble,
    mine: (phone) =>
      void change((phones) => phones.map((one) => (one.id === phone.id ? { ...one, seen: true } : one))),
    end: (phone, then) => void end(phone, then),
  };
}
