/** A Feathers 5 server as its own manual writes it: REST over Express, services in memory, a token asked for by a hook. */
import feathersExpress, { cors, errorHandler, json, rest } from '@feathersjs/express';
import { feathers } from '@feathersjs/feathers';
import { NotAuthenticated, Unprocessable } from '@feathersjs/errors';
import { memory } from '@feathersjs/memory';
import express from 'express';
import refused from './refused-word.json' with { type: 'json' };

const app = feathersExpress(feathers());
// Tokens known at present; the test takes one away through /control, which is no part of Feathers.
const tokens = new Set(['feathers-token']);

app.use(cors({ exposedHeaders: ['Date', 'Retry-After'], maxAge: 7200 }));
app.use(json({ limit: '2mb' }));
app.configure(rest());
for (const name of ['versions', 'pieces']) {
  app.use(name, memory({ id: 'id', paginate: { default: 50, max: 100 } }));
}
app.service('versions').hooks({ before: { create: [refuseOwnRule, stampTime] } });
app.hooks({ before: { all: [askForToken] } });
const control = express.Router();
control.post('/forget', (_, answer) => {
  tokens.clear();
  answer.end();
});
control.post('/know', (_, answer) => {
  tokens.add('feathers-token');
  answer.end();
});
control.get('/keys', (_, answer) => {
  answer.json(Object.keys(app.service('versions').store));
});
app.use('/control', control);
app.use(errorHandler({ html: false, logger: false }));

async function askForToken(context) {
  const given = /^Bearer (.*)$/.exec(context.params.headers?.authorization ?? '')?.[1];
  if (context.params.provider && !tokens.has(given ?? '')) throw new NotAuthenticated('jwt expired');
}

/** The rule of this server's owner. */
async function refuseOwnRule(context) {
  if (JSON.stringify(context.data).includes(refused.refusedWord))
    throw new Unprocessable('this word is not taken here');
}

/** The server's own time, as the profile asks for it. */
async function stampTime(context) {
  context.data = { ...context.data, createdAt: new Date().toISOString() };
}

const server = await app.listen(Number(process.argv[2]), '127.0.0.1');
process.once('SIGTERM', () => server.close(() => process.exit(0)));
