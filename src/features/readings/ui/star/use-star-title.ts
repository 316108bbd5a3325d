/** What a star is called: mine, or by the name of the one it is about. */
import { useServices } from '../../../../ui/services.tsx';
import { useNameOf } from '../../../../ui/record/use-name-of.ts';
import { useText } from '../../../../ui/text/use-text.ts';

export function useStarTitle(subject: string): string {
  const t = useText();
  const { owner } = useServices();
  const name = useNameOf(subject);
  if (subject === owner.personId) return t('readings.star.title');
  return t('readings.star.whose', { name: name ?? t('record.nameless') });
}
