/** The suite over apache. */
import { describeAttachments } from './attachment-suite.ts';
import { describeServer } from './endpoint-suite.ts';
import { describePhones } from './phones-suite.ts';
import { apache } from './start-apache.ts';

describeServer(apache);
describeAttachments(apache);
describePhones(apache);
