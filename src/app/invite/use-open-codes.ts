/** The codes that are open at a hub: asked each time anew, kept nowhere; and taking one back. */
import { useState } from 'preact/hooks';
import type { OpenInvitation } from '../../sync/protocol/hub-api.ts';
import { listInvitations, takeBackInvitation } from '../connect/ask-hub.ts';
import { hubTroubleOf, type HubTrouble } from '../connect/hub-trouble.ts';
import { useAsking } from '../connect/use-asking.ts';
import { memberOf, type HubConnection } from '../people/hub-connection.ts';

export interface OpenCodesState {
  /** The newest first; undefined until the hub has said it. */
  codes: readonly OpenInvitation[] | undefined;
  busy: boolean;
  /** Why they are not known as they stand now, or one could not be taken back. */
  trouble: HubTrouble | null;
  /** One that somebody had come in with already when it was to be taken back. */
  used: OpenInvitation | null;
  look(): void;
  /** `then` once the hub has said what became of it: whether it was taken back now. */
  takeBack(code: OpenInvitation, then: (taken: boolean) => void): void;
}

/** Looks again whenever `renewed` is another. */
export function useOpenCodes(hub: HubConnection, renewed: unknown): OpenCodesState {
  const member = memberOf(hub);
  const [codes, setCodes] = useState<OpenCodesState['codes']>(undefined);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<OpenCodesState['trouble']>(null);
  const [used, setUsed] = useState<OpenCodesState['used']>(null);

  async function look(): Promise<void> {
    const answer = await listInvitations(member);
    if (!waits.current) return;
    if (answer.status === 'answered') {
      setCodes(answer.answer.invitations);
      setTrouble(null);
    }
    // An older hub has no such list.
    else if (answer.status === 'refused' && answer.why === 'not-found') setTrouble('later');
    else setTrouble(hubTroubleOf(answer));
  }

  async function takeBack(code: OpenInvitation, then: (taken: boolean) => void): Promise<void> {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    setUsed(null);
    const answer = await takeBackInvitation(member, code.id);
    const why = answer.status === 'refused' ? answer.why : null;
    // What is not there any more is as good as taken back.
    const over = answer.status === 'answered' || why === 'code-used' || why === 'not-found';
    if (over) {
      setCodes((before) => before?.filter(({ id }) => id !== code.id));
      if (why === 'code-used') setUsed(code);
      then(answer.status === 'answered');
      await look();
    } else setTrouble(hubTroubleOf(answer));
    setBusy(false);
  }

  const waits = useAsking(look, [member.address, member.token, renewed]);

  return {
    codes,
    busy,
    trouble,
    used,
    look() {
      setTrouble(null);
      void look();
    },
    takeBack: (code, then) => void takeBack(code, then),
  };
}
