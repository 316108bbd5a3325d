/** The hub is one endpoint among others: what every real server is asked for (tests/servers) is asked of it too. */
import { describeAttachments } from '../servers/attachment-suite.ts';
import { describeServer } from '../servers/endpoint-suite.ts';
import { describePhones } from '../servers/phones-suite.ts';
import { hub } from '../servers/start-hub.ts';

describeServer(hub, 50);
describeAttachments(hub);
describePhones(hub);
