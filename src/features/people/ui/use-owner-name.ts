/** What the person whose vault is open wants to be called. */
import { useServices } from '../../../ui/services.tsx';
import { useLive } from '../../../ui/use-live.ts';
import { watchOwner } from '../data.ts';

/** Undefined while it is being read, and where it cannot be. */
export function useOwnerName(): string | undefined {
  const { store } = useServices();
  return useLive(() => watchOwner(store), [store])?.body.name;
}
