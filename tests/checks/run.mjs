// @ts-check
/** `npm run check`: every check, cheapest first, as many at once as there are processors; says what the first finds and stops. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
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

/**
 * What is checked, and the program that checks it; `after`: it looks at what another has made.
 * @type {{ name: string, run: string[], after?: string }[]}
 */
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
  { name: 'size', run: ['tests/checks/size.mjs'], after: 'build' },
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

/** @typedef {{ status: number | null, stdout: string, stderr: string, seconds: string }} Outcome */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs one to its end.
 * @param {string[]} run
 * @returns {Promise<Outcome>}
 */
function finish(run) {
  const began = performance.now();
  const child = spawn(process.execPath, run, { cwd: root });
  running.add(child);
  const said = { stdout: '', stderr: '' };
  for (const name of /** @type {const} */ (['stdout', 'stderr'])) {
    child[name].setEncoding('utf8').on('data', (/** @type {string} */ text) => (said[name] += text));
  }
  return new Promise((done) => {
    child.once('close', (status) => {
      running.delete(child);
      done({ status, ...said, seconds: ((performance.now() - began) / 1000).toFixed(1) });
    });
  });
}

const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const unsaid = [...chosen];
/** @type {Map<string, Outcome>} */
const ended = new Map();

/** Says how they ended in their order, as far as that is known. */
function report() {
  for (;;) {
    const [first] = unsaid;
    const outcome = first && ended.get(first.name);
    if (!first || !outcome) return;
    const { name, run } = first;
    const { status, stdout, stderr, seconds } = outcome;
    if (status !== 0) {
      console.error(`${stdout}${stderr}\n${name}: not right (${seconds} s). The lines above say where.`);
      for (const child of running) child.kill();
      process.exit(1);
    }
    const said = stdout.trim().split('\n').at(-1);
    console.log(
      `${name.padEnd(22)} ${seconds.padStart(5)} s  ${run[0]?.startsWith('tests/checks') ? said : 'ok'}`,
    );
    unsaid.shift();
  }
}

const left = chosen.values();
/** @type {Map<string, Promise<Outcome>>} */
const begun = new Map();

/** Takes one after the other, those that no other lane has taken. */
async function lane() {
  for (const { name, run, after } of left) {
    const outcome = Promise.resolve(after && begun.get(after)).then(() => finish(run));
    begun.set(name, outcome);
    ended.set(name, await outcome);
    report();
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, lane));
