/** express-pouchdb with its databases on the disk (LevelDB), and the page that replicates with it. Arguments: folder, pages. */
import { createRequire } from 'node:module';
import express from 'express';
import PouchDB from 'pouchdb';

const require = createRequire(import.meta.url);
const expressPouchdb = require('express-pouchdb');
const [, , folder, pages] = process.argv;

const OnDisk = PouchDB.defaults({ prefix: `${folder}/` });
const app = express();
app.use('/pages', express.static(pages ?? '.'));
app.use(
  '/db',
  expressPouchdb(OnDisk, {
    mode: 'minimumForPouchDB',
    configPath: `${folder}/config.json`,
    logPath: `${folder}/log.txt`,
  }),
);
// Without the bench there is nothing to do here.
process.once('disconnect', () => process.exit());
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.({ origin: `http://127.0.0.1:${address.port}` });
});
