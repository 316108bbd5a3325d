/** The suite over feathers. */
import { describeAttachments } from './attachment-suite.ts';
import { describeServer } from './endpoint-suite.ts';
import { describePhones } from './phones-suite.ts';
import { feathers } from './start-feathers.ts';

describeServer(feathers);
describeAttachments(feathers);
describePhones(feathers);
