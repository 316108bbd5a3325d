/** Who somebody is, in one line: pronouns, and what they act as where they do not take part themselves. */
import type { Version } from '../../../core/version.ts';
import type { PersonBody } from '../model/person.ts';
import { useText } from '../../../ui/text/use-text.ts';

/** Undefined where there is nothing to say. */
export function useWhoLines(who: Version<PersonBody> | null): string | undefined {
  const t = useText();
  if (!who) return undefined;
  const { pronouns, roles } = who.body;
  const acts = roles.map((role) => t(`record.role.${role}`));
  return [...(pronouns ? [pronouns] : []), ...acts].join(' · ');
}
