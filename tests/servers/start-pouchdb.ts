/** express-pouchdb 4.2: the CouchDB protocol, an administrator's login, and a rule of the database's owner. */
import { join } from 'node:path';
import { couchdbProfile } from '../../src/sync/protocol/profiles/couchdb.ts';
import { openGate } from './gate.ts';
import refused from './programs/refused-word.json' with { type: 'json' };
import type { Startable } from './real-server.ts';
import { serverFolder } from './server-folder.ts';
import { freePort } from '../support/free-port.ts';
import { answersAt, startProcess } from './start-process.ts';

const login = { user: 'plotline', password: 'garden-password' };

/** As the owner of a CouchDB database writes it. */
const ownRule = `function (doc) {
  if (JSON.stringify(doc).indexOf(${JSON.stringify(refused.refusedWord)}) !== -1)
    throw { forbidden: 'this word is not taken here' };
}`;

export const expressPouchdb: Startable = {
  name: 'express-pouchdb 4.2.0',
  missing: () => null,
  start: async () => {
    const folder = await serverFolder('pouchdb');
    const port = await freePort();
    const own = `http://127.0.0.1:${port}`;
    const running = await startProcess({
      command: process.execPath,
      args: [join(import.meta.dirname, 'programs/pouchdb.mjs'), `${port}`, folder.path],
      up: () => answersAt(own),
    });
    let password = '';
    const put = async (path: string, body: unknown) => {
      const authorization = `Basic ${btoa(`${login.user}:${password}`)}`;
      const answer = await fetch(`${own}${path}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...(password === '' ? {} : { authorization }) },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`PUT ${path}: ${answer.status} ${await answer.text()}`);
    };
    const setPassword = async (next: string) => {
      await put(`/_config/admins/${login.user}`, next);
      password = next;
    };
    await setPassword(login.password);
    const only = { names: [login.user], roles: [] };
    for (const database of ['/plotline', '/plotline-attachments']) {
      await put(database, {});
      await put(`${database}/_security`, { admins: only, members: only });
    }
    await put('/plotline/_design/rule', { validate_doc_update: ownRule });

    const gate = await openGate(own);
    return {
      gate,
      profile: couchdbProfile,
      login,
      refusedWords: refused.refusedWord,
      expireLogin: () => setPassword('another-password'),
      renewLogin: () => setPassword(login.password),
      keys: async () => {
        const headers = { authorization: `Basic ${btoa(`${login.user}:${password}`)}` };
        const answer = await fetch(`${own}/plotline/_all_docs`, { headers });
        const { rows } = (await answer.json()) as { rows: { id: string }[] };
        return rows.map(({ id }) => id).filter((id) => !id.startsWith('_design/'));
      },
      stop: async () => {
        await gate.close();
        await running.stop();
        await folder.remove();
      },
    };
  },
};
