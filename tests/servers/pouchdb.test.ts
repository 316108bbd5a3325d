/** The suite over pouchdb. */
import { describeServer } from './endpoint-suite.ts';
import { expressPouchdb } from './start-pouchdb.ts';

describeServer(expressPouchdb);
