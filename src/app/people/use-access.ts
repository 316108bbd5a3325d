/** How somebody stands at the hub, and changing it: asked of the hub each time, kept nowhere. */
import { useState } from 'preact/hooks';
import type { PersonAnswer } from '../../sync/protocol/hub-api.ts';
import { changeSite, endAccess, readPerson, type HubAnswer } from '../connect/ask-hub.ts';
import { hubTroubleOf, type HubTrouble } from '../connect/hub-trouble.ts';
import { useAsking } from '../connect/use-asking.ts';
import { memberOf, type HubConnection } from './hub-connection.ts';

export interface Access {
  /** Undefined until the hub has said it; null where it knows nobody of that id. */
  person: PersonAnswer | null | undefined;
  busy: boolean;
  /** Why it could not be found out or changed. */
  trouble: HubTrouble | null;
  /** Asks once more. */
  look(): void;
  /** Ends all their phones and codes; `then` only once it is done. */
  end(then: () => void): void;
  /** From the sites they have to these. */
  place(sites: readonly string[], then: () => void): void;
}

export function useAccess(hub: HubConnection, personId: string): Access {
  const member = memberOf(hub);
  const [person, setPerson] = useState<Access['person']>(undefined);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<HubTrouble | null>(null);

  async function look(): Promise<void> {
    const answer = await readPerson(member, personId);
    if (!waits.current) return;
    if (answer.status === 'answered') setPerson(answer.answer);
    else if (answer.status === 'refused' && answer.why === 'not-found') setPerson(null);
    else setTrouble(hubTroubleOf(answer));
  }

  /** Does one after the other until one fails, and then looks what came of it. */
  async function change(steps: readonly (() => Promise<HubAnswer<unknown>>)[], then: () => void) {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    let failed: HubTrouble | null = null;
    for (const step of steps) {
      const answer = await step();
      if (answer.status === 'answered') continue;
      failed = hubTroubleOf(answer);
      break;
    }
    await look();
    setBusy(false);
    if (failed) setTrouble(failed);
    else then();
  }

  const waits = useAsking(look, [member.address, member.token, personId]);

  return {
    person,
    busy,
    trouble,
    look() {
      setTrouble(null);
      void look();
    },
    end: (then) => void change([() => endAccess(member, personId)], then),
    place(sites, then) {
      const has = person?.sites.map(({ id }) => id) ?? [];
      const step = (method: 'PUT' | 'DELETE') => (site: string) => () =>
        changeSite(member, method, { personId, site });
      // The new ones first: cut in the middle, they are at too many rather than at none.
      const added = sites.filter((site) => !has.includes(site)).map(step('PUT'));
      const left = has.filter((site) => !sites.includes(site)).map(step('DELETE'));
      void change([...added, ...left], then);
    },
  };
}
