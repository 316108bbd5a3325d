/** The suite over json-server. */
import { describeServer } from './endpoint-suite.ts';
import { jsonServer } from './start-json-server.ts';

describeServer(jsonServer);
