/** The suite over apache. */
import { describeServer } from './endpoint-suite.ts';
import { apache } from './start-apache.ts';

describeServer(apache);
