/** A hub as whoever has a code finds it: it lets in once a code, and again for the same person and attempt. */
import type { Role } from '../../src/core/version.ts';
import { problem } from './answering-hub.ts';

export interface CodeHub {
  /** Everybody who came in, once each. */
  members: Set<string>;
  /** Whom the code is made for; null: for nobody in particular. */
  meantFor: string | null;
  /** What it says they are. */
  role: Role;
  enrol(asked: { personId: string; attempt: string }): Response;
}

export function codeHub(organisation: { id: string; name: string }): CodeHub {
  let used: { personId: string; attempt: string } | undefined;
  return {
    members: new Set(),
    meantFor: null,
    role: 'participant',
    enrol({ personId, attempt }) {
      if (this.meantFor !== null && personId !== this.meantFor) {
        return problem('code-for-someone-else', 409, { personId: this.meantFor });
      }
      if (used && (used.personId !== personId || used.attempt !== attempt)) return problem('code-used', 403);
      used = { personId, attempt };
      this.members.add(personId);
      const person = { id: personId, role: this.role, sites: [] };
      return Response.json({ token: 'secret', organisation, person }, { status: 201 });
    },
  };
}
