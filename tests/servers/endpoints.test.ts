/** What must hold of the profiles as the app ships them, at each server. */
import { describeServer } from './endpoint-suite.ts';
import { serversHere } from './every-server.ts';

for (const server of serversHere) describeServer(server);
