/** Two whole phones, at each server. */
import { serversHere } from './every-server.ts';
import { describePhones } from './phones-suite.ts';

for (const server of serversHere) describePhones(server);
