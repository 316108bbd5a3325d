/** The others whose records are here, kept up to date. */
import { useMemo } from 'preact/hooks';
import { useServices } from '../../../ui/services.tsx';
import { localesFor } from '../../../ui/text/languages.ts';
import { useTextState } from '../../../ui/text/use-text.ts';
import { useLive } from '../../../ui/use-live.ts';
import { watchNamed, watchSubjects } from '../data.ts';
import { peopleHere, type Somebody } from '../model/people-here.ts';

/** Undefined until they are known. `sites`: ids that are of places, not of people. */
export function usePeopleHere(sites: readonly string[]): Somebody[] | undefined {
  const { store, owner } = useServices();
  const language = useTextState().language.value;
  const named = useLive(() => watchNamed(store), [store]);
  const subjects = useLive(() => watchSubjects(store), [store]);
  return useMemo(() => {
    if (!named || !subjects) return undefined;
    const leaveOut = new Set([owner.personId, ...sites]);
    return peopleHere({ subjects, named, leaveOut }, localesFor(language));
  }, [named, subjects, owner.personId, sites, language]);
}
