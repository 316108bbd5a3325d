/** Apache with mod_dav: a folder of files, as many hosts offer it. */
import { spawnSync } from 'node:child_process';
import { chown, mkdir, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { webdavProfile } from '../../src/sync/protocol/profiles/webdav.ts';
import { openGate } from './gate.ts';
import type { Startable } from './real-server.ts';
import { serverFolder } from './server-folder.ts';
import { freePort } from '../support/free-port.ts';
import { answersAt, startProcess } from './start-process.ts';
import { userFor } from './user-for.ts';

const program = ['/usr/sbin/apache2', '/usr/sbin/httpd'].find((path) => existsSync(path));
const modules = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules'].find((path) => existsSync(path));
const login = { user: 'plotline', password: 'garden-password' };
/** The owner's limit for one version, which is this server's way to refuse one version and take the next. */
const mostBytes = 600_000;

const loaded = [
  ['mpm_event', 'authn_core', 'authn_file', 'authz_core', 'authz_user', 'auth_basic'],
  ['dav', 'dav_fs', 'headers'],
].flat();

export const apache: Startable = {
  name: `Apache ${versionOf(program)} mod_dav`,
  missing: () =>
    program && modules && existsSync(join(modules, 'mod_dav_fs.so'))
      ? null
      : 'Apache with mod_dav (Debian: apt-get install apache2)',
  start: async () => {
    if (!program || !modules) throw new Error('Apache is not installed');
    const folder = await serverFolder('apache');
    const dav = join(folder.path, 'dav');
    await mkdir(dav);
    const user = userFor('www-data');
    if (user) {
      await chown(folder.path, user.uid, user.gid);
      await chown(dav, user.uid, user.gid);
    }
    const port = await freePort();
    const conf = join(folder.path, 'httpd.conf');
    await writeFile(conf, configuration(folder.path, modules, port, user !== null));
    const users = join(folder.path, 'users');
    const setPassword = (password: string) => writeFile(users, `${login.user}:${sha1Hash(password)}\n`);
    await setPassword(login.password);
    const own = `http://127.0.0.1:${port}`;
    const running = await startProcess({
      command: program,
      args: ['-f', conf, '-D', 'FOREGROUND'],
      up: () => answersAt(own),
    });
    const gate = await openGate(own);
    return {
      gate,
      profile: webdavProfile,
      login,
      refusedWords: 'long '.repeat(mostBytes / 5),
      expireLogin: () => setPassword('another-password'),
      renewLogin: () => setPassword(login.password),
      keys: async () =>
        (await readdir(dav, { recursive: true }))
          .filter((path) => path.endsWith('.json'))
          .map((path) => path.replace(/^.*\//, '').replace(/\.json$/, '')),
      stop: async () => {
        await gate.close();
        await running.stop();
        await folder.remove();
      },
    };
  },
};

function configuration(folder: string, modules: string, port: number, asRoot: boolean): string {
  return `
ServerRoot ${folder}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/httpd.pid
ErrorLog ${folder}/error.log
${asRoot ? 'User www-data\nGroup www-data' : ''}
${loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
DocumentRoot ${folder}/dav
DavLockDB ${folder}/lock
<Directory ${folder}/dav>
  Dav On
  AuthType Basic
  AuthName plotline
  AuthUserFile ${folder}/users
  # docs/profiles.md has these lines for an app at https://app.example.
  <LimitExcept OPTIONS>
    Require valid-user
  </LimitExcept>
  Header always set Access-Control-Allow-Origin "*"
  Header always set Access-Control-Allow-Methods "GET, HEAD, PUT, DELETE, PROPFIND"
  Header always set Access-Control-Allow-Headers "Authorization, Content-Type, Depth, If-None-Match, Range"
  Header always set Access-Control-Expose-Headers "Content-Range, Date, Retry-After"
  Header always set Access-Control-Max-Age "7200"
</Directory>
<LocationMatch "[.]json$">
  LimitRequestBody ${mostBytes}
</LocationMatch>
`;
}

/** The oldest form Apache reads everywhere; what is guarded here is a test. */
function sha1Hash(password: string): string {
  return `{SHA}${createHash('sha1').update(password).digest('base64')}`;
}

function versionOf(path: string | undefined): string {
  if (!path) return '';
  return /Apache\/([\d.]+)/.exec(spawnSync(path, ['-v'], { encoding: 'utf8' }).stdout)?.[1] ?? '';
}
