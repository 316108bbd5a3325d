/** The sites one may invite to: as they were when one connected, and as the hub has them now. */
import { useEffect, useState } from 'preact/hooks';
import { listSites } from '../connect/ask-hub.ts';
import { memberOf, type HubConnection } from '../people/hub-connection.ts';

export interface Site {
  id: string;
  name: string;
}

export function useSites(hub: HubConnection): readonly Site[] {
  const [sites, setSites] = useState<readonly Site[]>(hub.member.sites);
  const { address, token } = memberOf(hub);
  useEffect(() => {
    let wanted = true;
    // Without an answer those from before do.
    void listSites({ address, token }).then((answer) => {
      if (wanted && answer.status === 'answered') setSites(answer.answer.sites);
    });
    return () => {
      wanted = false;
    };
  }, [address, token]);
  return sites;
}
