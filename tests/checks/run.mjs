// @ts-check
/** `npm run check`: every check in turn, cheapest first; stops at the first that finds something, and says what. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');
const tsc = 'node_modules/typescript-7/bin/tsc';

/** @param {string} name a package with one program, or `package:program` */
function program(name) {
  const [pack = name, wanted = name] = name.split(':');
  const at = join(root, 'node_modules', pack, 'package.json');
  const { bin } = require(at);
  return join(dirname(at), typeof bin === 'string' ? bin : bin[wanted]);
}

/** What is checked, and the program that checks it. */
const checks = [
  { name: 'lock', run: ['tests/checks/lock.mjs'] },
  { name: 'format', run: [program('prettier'), '--check', '.'] },
  { name: 'words', run: ['tests/checks/words.mjs'] },
  { name: 'servers', run: ['tests/checks/servers.mjs'] },
  { name: 'texts', run: ['tests/checks/texts.mjs'] },
  { name: 'file length', run: ['tests/checks/file-length.mjs'] },
  { name: 'types', run: [tsc, '-p', 'tsconfig.json'] },
  { name: 'types of the app', run: [tsc, '-p', 'tsconfig.app.json'] },
  { name: 'types of pure code', run: [tsc, '-p', 'tsconfig.pure.json'] },
  {
    name: 'lint',
    run: [program('oxlint'), '--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
  },
  { name: 'imports', run: [program('dependency-cruiser:depcruise'), 'src', 'tests'] },
  { name: 'unused code', run: [program('knip')] },
  {
    name: 'unused in the program',
    run: [program('knip'), '--production', '--include', 'files,dependencies'],
  },
  { name: 'build', run: [program('vite'), 'build', '--logLevel', 'warn'] },
  { name: 'size', run: ['tests/checks/size.mjs'] },
];

/** Names on the command line choose some of the checks: `npm run check -- types lint`. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `No check is called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

for (const { name, run } of checks) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, run, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`${stdout}${stderr}\n${name}: not right (${seconds} s). The lines above say where.`);
    process.exit(1);
  }
  const said = stdout.trim().split('\n').at(-1);
  console.log(
    `${name.padEnd(22)} ${seconds.padStart(5)} s  ${run[0]?.startsWith('tests/checks') ? said : 'ok'}`,
  );
}
