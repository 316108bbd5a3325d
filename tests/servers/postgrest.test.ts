/** The suite over postgrest. */
import { describeServer } from './endpoint-suite.ts';
import { postgrest } from './start-postgrest.ts';

describeServer(postgrest);
