/** Who one is at a hub may have changed since one came in: another role, other sites, another phone. */
import type { Connection } from '../../core/sync-store.ts';
import { useServices } from '../../ui/services.tsx';
import { useApp } from '../app-context.tsx';
import type { SyncDesk } from '../sync/sync-desk.ts';
import { renewMember } from './renew-member.ts';
import { useAsking } from './use-asking.ts';

/** Asks the hub once, and keeps what it says where that is new. Without an answer it stays as it was. */
export function useFreshMember({ kept }: SyncDesk, connection: Connection): void {
  const { state } = useApp();
  const { owner } = useServices();
  const waits = useAsking(async () => {
    await renewMember({
      kept,
      connection,
      actAs: (role) => state.actAs(role, owner.personId),
      wanted: () => waits.current,
    }).catch(() => false);
  }, [connection.id]);
}
