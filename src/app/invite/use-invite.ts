/** Making a code at the hub: what is asked, how it stands, and what came of it. Codes are kept nowhere. */
import { useState } from 'preact/hooks';
import type { InvitationAnswer, InvitationRequest } from '../../sync/protocol/hub-api.ts';
import { makeInvitation } from '../connect/ask-hub.ts';
import { hubTroubleOf, type HubTrouble } from '../connect/hub-trouble.ts';
import { memberOf, type HubConnection } from '../people/hub-connection.ts';

export interface Inviting {
  busy: boolean;
  /** Why there is no code. */
  trouble: HubTrouble | null;
  made: InvitationAnswer | null;
  make(request: InvitationRequest): void;
  another(): void;
}

export function useInvite(hub: HubConnection): Inviting {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<HubTrouble | null>(null);
  const [made, setMade] = useState<InvitationAnswer | null>(null);

  async function ask(request: InvitationRequest): Promise<void> {
    setBusy(true);
    setTrouble(null);
    const answer = await makeInvitation(memberOf(hub), request);
    setBusy(false);
    if (answer.status === 'answered') setMade(answer.answer);
    else setTrouble(hubTroubleOf(answer));
  }

  return {
    busy,
    trouble,
    made,
    make: (request) => void ask(request),
    another: () => setMade(null),
  };
}
