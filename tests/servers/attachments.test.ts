/** Photos and recordings, at each server. */
import { describeAttachments } from './attachment-suite.ts';
import { serversHere } from './every-server.ts';

for (const server of serversHere) describeAttachments(server);
