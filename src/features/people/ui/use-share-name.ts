/** Letting those who work with the owner see their name. */
import type { Store, WriteOutcome } from '../../../core/store.ts';
import type { Role } from '../../../core/version.ts';
import { useServices } from '../../../ui/services.tsx';
import { shareName } from '../data.ts';

export function useShareName(): () => Promise<WriteOutcome> {
  const { store } = useServices();
  return () => shareName(store);
}

/** The same where the vault is not open on a screen yet, in the role its owner is given there. */
export function shareNameIn(store: Store, role: Role | undefined): Promise<WriteOutcome> {
  return shareName(store, role);
}
