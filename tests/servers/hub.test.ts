/** The suite over hub. */
import { describeAttachments } from './attachment-suite.ts';
import { describeServer } from './endpoint-suite.ts';
import { describePhones } from './phones-suite.ts';
import { hub } from './start-hub.ts';

describeServer(hub);
describeAttachments(hub);
describePhones(hub);
