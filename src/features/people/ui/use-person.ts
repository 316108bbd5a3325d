/** Somebody who shared their name. */
import type { Version } from '../../../core/version.ts';
import { useServices } from '../../../ui/services.tsx';
import { useLive } from '../../../ui/use-live.ts';
import { watchPerson } from '../data.ts';
import type { PersonBody } from '../model/person.ts';

/** Undefined until it is known; null where they have not shared it. */
export function usePerson(id: string): Version<PersonBody> | null | undefined {
  const { store } = useServices();
  return useLive(() => watchPerson(store, id), [store, id]);
}
