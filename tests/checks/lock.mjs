// @ts-check
/**
 * package-lock.json names every package for every kind of machine, so that `npm ci` works on each. npm leaves out those that its registry
 * did not have at the time (seen with a mirror that lacks some platforms' binaries), and then refuses the list it wrote itself.
 * With `--mend` the missing ones are put in: the version is the one asked for, the machine is read from the name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { conclude } from './project-files.mjs';

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry */
/** @type {{ packages: Record<string, Entry> }} */
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** Node's names for a machine, from the end of a package's name: `binding-linux-arm64-musl`. @param {string} name */
function machine(name) {
  const [, os, cpu, rest = ''] =
    /(android|darwin|freebsd|linux|openbsd|openharmony|win32)-(arm64|arm|x64|ia32|loong64|ppc64|riscv64|s390x)(.*)$/.exec(
      name,
    ) ?? [];
  if (!os || !cpu)
    throw new Error(`cannot tell for which machine ${name} is; put it into package-lock.json by hand`);
  const libc = os !== 'linux' || rest === '' ? undefined : rest.includes('musl') ? ['musl'] : ['glibc'];
  return { os: [os], cpu: [cpu], ...(libc ? { libc } : {}) };
}

/** @type {{ path: string, name: string, version: string, dev: boolean }[]} */
const missing = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
    if (places.some((place) => lock.packages[place])) continue;
    missing.push({ path: `node_modules/${name}`, name, version, dev: entry.dev === true });
  }
}

if (process.argv.includes('--mend')) {
  for (const { path, name, version, dev } of missing) {
    if (!/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`${name} is asked for as ${version}, which is not one version`);
    lock.packages[path] = { version, ...machine(name), ...(dev ? { dev } : {}), optional: true };
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(
    'package-lock.json',
    `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
  );
  console.log(`${missing.length} put in`);
} else {
  conclude(
    missing.map(
      ({ name, version }) =>
        `${name}@${version} is not in package-lock.json: node tests/checks/lock.mjs --mend`,
    ),
    `${Object.keys(lock.packages).length} packages`,
  );
}
