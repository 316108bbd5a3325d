/** Letting those who work with the owner see their name. */
import type { WriteOutcome } from '../../../core/store.ts';
import { useServices } from '../../../ui/services.tsx';
import { shareName } from '../data.ts';

export function useShareName(): () => Promise<WriteOutcome> {
  const { store } = useServices();
  return () => shareName(store);
}
