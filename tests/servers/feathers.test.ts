/** The suite over feathers. */
import { describeServer } from './endpoint-suite.ts';
import { feathers } from './start-feathers.ts';

describeServer(feathers);
