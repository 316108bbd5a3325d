/** The codes that are open at a hub: asked each time anew, kept nowhere; and taking one back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenInvitation } from '../../sync/protocol/hub-api.ts';
import { listInvitations, takeBackInvitation } from '../connect/ask-hub.ts';
import { hubTroubleOf, type HubTrouble } from '../connect/hub-trouble.ts';
import { memberOf, type HubConnection } from '../people/hub-connection.ts';

export interface OpenCodesState {
  /** The newest first; undefined until the hub has said it. */
  codes: readonly OpenInvitation[] | undefined;
  busy: boolean;
  /** Why they are not known, or one could not be taken back. `used`: somebody has come in with that one. */
  trouble: HubTrouble | 'used' | null;
  look(): void;
  /** `then` only once the hub has taken it back. */
  takeBack(id: string, then: () => void): void;
}

/** Looks again whenever `renewed` is another. */
export function useOpenCodes(hub: HubConnection, renewed: unknown): OpenCodesState {
  const member = memberOf(hub);
  const [codes, setCodes] = useState<OpenCodesState['codes']>(undefined);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<OpenCodesState['trouble']>(null);
  const gone = useRef(false);

  async function look(): Promise<void> {
    const answer = await listInvitations(member);
    if (gone.current) return;
    if (answer.status === 'answered') setCodes(answer.answer.invitations);
    // An older hub has no such list.
    else if (answer.status === 'refused' && answer.why === 'not-found') setTrouble('later');
    else setTrouble(hubTroubleOf(answer));
  }

  async function takeBack(id: string, then: () => void): Promise<void> {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    const answer = await takeBackInvitation(member, id);
    if (answer.status === 'answered') then();
    else if (answer.status === 'refused' && answer.why === 'code-used') setTrouble('used');
    // What is not there any more is as good as taken back: the list says so.
    else if (!(answer.status === 'refused' && answer.why === 'not-found')) setTrouble(hubTroubleOf(answer));
    await look();
    setBusy(false);
  }

  useEffect(() => {
    gone.current = false;
    void look();
    return () => {
      gone.current = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each login, and when something was changed
  }, [member.address, member.token, renewed]);

  return {
    codes,
    busy,
    trouble,
    look() {
      setTrouble(null);
      void look();
    },
    takeBack: (id, then) => void takeBack(id, then),
  };
}
