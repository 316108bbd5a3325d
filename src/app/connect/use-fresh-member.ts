/** Who one is at a hub may have changed since one came in: another role, other sites. */
import { useEffect } from 'preact/hooks';
import type { Connection } from '../../core/sync-store.ts';
import { useApp } from '../app-context.tsx';
import { settingsOf } from '../sync/settings-of.ts';
import type { SyncDesk } from '../sync/sync-desk.ts';
import { readMe } from './ask-hub.ts';

/** Asks the hub once, and keeps what it says where that is new. Without an answer it stays as it was. */
export function useFreshMember(desk: SyncDesk, connection: Connection): void {
  const { state } = useApp();
  const { id } = connection;
  useEffect(() => {
    let wanted = true;
    const before = settingsOf(connection);
    if (!before?.member) return;
    const { address, login, member } = before;

    async function look(): Promise<void> {
      const said = await readMe({ address, token: login['token'] ?? '' });
      if (!wanted || said.status !== 'answered') return;
      const { organisation, person } = said.answer;
      const { role, sites } = person;
      const now = { organisation, role, sites };
      if (JSON.stringify(now) === JSON.stringify(member)) return;
      // It may have been ended or given another login meanwhile.
      const there = (await desk.kept.connections()).find((one) => one.id === id);
      const settings = there && settingsOf(there);
      if (!settings || settings.login['token'] !== login['token']) return;
      const kept = await desk.connect({ ...there, settings: { ...settings, member: now } });
      if (kept.status === 'kept' && role !== member?.role) await state.actAs(role);
    }
    void look();
    return () => {
      wanted = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each time the page is opened
  }, [id]);
}
