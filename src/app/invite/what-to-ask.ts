/** What the hub is asked for a code, from what was chosen. Pure. */
import type { Role } from '../../core/version.ts';
import type { InvitationRequest } from '../../sync/protocol/hub-api.ts';

/** Chosen instead of a site's id. */
export const NEW_SITE = 'new';

export interface SiteChosen {
  /** Id of a site, or NEW_SITE; undefined while nothing is chosen. */
  at: string | undefined;
  /** Name of the new one. */
  name: string;
}

/** Whom the code is for. */
export type Whom =
  /** Another phone of one's own. */
  | { is: 'own'; personId: string; role: Role }
  /** Another phone of somebody who is known here. */
  | { is: 'again'; personId: string; role: Role }
  | { is: 'new'; role: Role };

/** Null while a site is still to be named. `by`: the role of the one who asks. */
export function whatToAsk(whom: Whom, { at, name }: SiteChosen, by: Role): InvitationRequest | null {
  const { role } = whom;
  const who = whom.is === 'new' ? {} : { personId: whom.personId };
  // One's own phone comes to where one is; a coordinator's help leaves somebody's sites as they are.
  if (whom.is === 'own' || (whom.is === 'again' && by === 'coordinator')) return { role, ...who };
  if (at === NEW_SITE) return name.trim() === '' ? null : { role, ...who, site: name.trim() };
  if (at !== undefined) return { role, ...who, sites: [at] };
  // A coordinator sees all of the organisation, and needs no site.
  return role === 'coordinator' ? { role } : null;
}
