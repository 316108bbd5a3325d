/** The suite over postgrest. */
import { describeAttachments } from './attachment-suite.ts';
import { describeServer } from './endpoint-suite.ts';
import { describePhones } from './phones-suite.ts';
import { postgrest } from './start-postgrest.ts';

describeServer(postgrest);
describeAttachments(postgrest);
describePhones(postgrest);
