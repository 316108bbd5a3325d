/** Says at the end of a run, whatever came of it, which servers it was about and which could not be had on this machine. */
import { everyServer, serversHere } from './every-server.ts';
import { jsonServerBeta } from './start-json-server.ts';

/** Vitest calls it before the run; what it gives back, after. */
export default function setup(): () => void {
  return () => {
    const ran = serversHere.map(({ name }) => name).join(', ');
    process.stdout.write(`\nServers: ${ran}; and as the control that is refused, ${jsonServerBeta.name}\n`);
    for (const { name, missing } of everyServer) {
      const what = missing();
      if (what !== null) process.stdout.write(`\n!!! NOT TESTED: ${name}. Missing here: ${what}\n`);
    }
  };
}
