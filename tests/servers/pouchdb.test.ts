/** The suite over pouchdb. */
import { describeAttachments } from './attachment-suite.ts';
import { describeServer } from './endpoint-suite.ts';
import { describePhones } from './phones-suite.ts';
import { expressPouchdb } from './start-pouchdb.ts';

describeServer(expressPouchdb);
describeAttachments(expressPouchdb);
describePhones(expressPouchdb);
