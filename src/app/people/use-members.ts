/** Who has come in at a hub, all of them: asked each time anew, kept nowhere. */
import { useState } from 'preact/hooks';
import type { PersonAnswer } from '../../sync/protocol/hub-api.ts';
import { listMembers } from '../connect/ask-hub.ts';
import { hubTroubleOf, type HubTrouble } from '../connect/hub-trouble.ts';
import { useAsking } from '../connect/use-asking.ts';
import { memberOf, type HubConnection } from './hub-connection.ts';

export interface Members {
  /** What the hub has said so far; undefined until its first answer. */
  people: readonly PersonAnswer[] | undefined;
  /** Why not all are known. */
  trouble: HubTrouble | null;
  /** Asks for the rest once more. */
  look(): void;
}

export function useMembers(hub: HubConnection): Members {
  const member = memberOf(hub);
  const [people, setPeople] = useState<Members['people']>(undefined);
  const [trouble, setTrouble] = useState<HubTrouble | null>(null);

  async function look(from: readonly PersonAnswer[]): Promise<void> {
    setTrouble(null);
    const known = [...from];
    for (let more = true; more;) {
      const answer = await listMembers(member, known.at(-1)?.id);
      if (!waits.current) return;
      if (answer.status !== 'answered') {
        // An older hub has no such list.
        const older = answer.status === 'refused' && answer.why === 'not-found';
        setTrouble(older ? 'later' : hubTroubleOf(answer));
        return;
      }
      known.push(...answer.answer.people);
      more = answer.answer.more && answer.answer.people.length > 0;
      setPeople([...known]);
    }
  }

  const waits = useAsking(() => look([]), [member.address, member.token]);

  return { people, trouble, look: () => void look(people ?? []) };
}
