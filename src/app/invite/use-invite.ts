/** Making a code at the hub: what is asked, how it stands, and what came of it. Codes are kept nowhere. */
import { useState } from 'preact/hooks';
import type { InvitationAnswer, InvitationRequest } from '../../sync/protocol/hub-api.ts';
import { makeInvitation, type HubAnswer } from '../connect/ask-hub.ts';
import type { HubConnection } from '../people/hub-connection.ts';

/** Why there is no code. */
export type InviteTrouble = 'offline' | 'later' | 'login' | 'refused';

export interface Inviting {
  busy: boolean;
  trouble: InviteTrouble | null;
  made: InvitationAnswer | null;
  make(request: InvitationRequest): void;
  another(): void;
}

export function useInvite({ address, login }: HubConnection): Inviting {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<InviteTrouble | null>(null);
  const [made, setMade] = useState<InvitationAnswer | null>(null);

  async function ask(request: InvitationRequest): Promise<void> {
    setBusy(true);
    setTrouble(null);
    const answer = await makeInvitation({ address, token: login['token'] ?? '' }, request);
    setBusy(false);
    if (answer.status === 'answered') setMade(answer.answer);
    else setTrouble(troubleOf(answer));
  }

  return {
    busy,
    trouble,
    made,
    make: (request) => void ask(request),
    another: () => setMade(null),
  };
}

/** What a person can do about it. */
function troubleOf(answer: Exclude<HubAnswer<unknown>, { status: 'answered' }>): InviteTrouble {
  if (answer.status === 'unreached') return 'offline';
  if (answer.status !== 'refused') return 'later';
  return answer.why === 'sign-in' ? 'login' : 'refused';
}
