/** express-pouchdb 4.2: the CouchDB protocol, with its own administrator and databases in memory. */
import { createRequire } from 'node:module';
import cors from 'cors';
import express from 'express';
import PouchDB from 'pouchdb';
import memory from 'pouchdb-adapter-memory';

const require = createRequire(import.meta.url);
const expressPouchdb = require('express-pouchdb');
const [, , port, folder] = process.argv;

PouchDB.plugin(memory);
const InMemory = PouchDB.defaults({ adapter: 'memory' });
const app = express();
// As PouchDB Server has it too; by itself express-pouchdb lets no app of another origin in.
app.use(cors({ exposedHeaders: ['Date', 'Retry-After'], maxAge: 7200 }));
app.use('/', expressPouchdb(InMemory, { configPath: `${folder}/config.json`, logPath: `${folder}/log.txt` }));
const server = app.listen(Number(port), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
