/** Whom somebody may make a code for, by their role at the hub; the hub has the last word. Pure. */
import { worksWithOthers } from '../../core/keepers.ts';
import { roles, type Role } from '../../core/version.ts';

/** Whoever is no staff. */
const guests: readonly Role[] = ['participant', 'peer', 'employer', 'community'];

/** The roles a code may give to somebody else; none where one may only bring in another phone of one's own. */
export function rolesToGive(role: Role): readonly Role[] {
  if (role === 'coordinator') return [...guests, ...roles.filter((one) => !guests.includes(one))];
  return worksWithOthers(role) ? guests : [];
}

/** The role as the hub said it; null where this app does not know it. */
export function knownRole(said: string): Role | null {
  return roles.find((role) => role === said) ?? null;
}
