/** The suite over json-server. */
import { describeAttachments } from './attachment-suite.ts';
import { describeServer } from './endpoint-suite.ts';
import { describePhones } from './phones-suite.ts';
import { jsonServer } from './start-json-server.ts';

describeServer(jsonServer);
describeAttachments(jsonServer);
describePhones(jsonServer);
