/** The hub as its own process, built like the one that is delivered, so that tests can stop it and kill it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

export interface BuiltHub {
  /** Starts a process; the variables are added to a bare environment. `arguments` as behind `npm run hub --`. */
  start(variables: Record<string, string>, given?: string[]): HubProcess;
  remove(): void;
}

export interface HubProcess {
  /** Everything printed so far. */
  printed(): string;
  /** Waits until what is printed matches, and gives the match. Throws where the process ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** `http://localhost:<port>` once it is there. */
  origin(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Exit code, null after a signal. */
  ended: Promise<number | null>;
}

/** Builds it into a folder of its own, with a page in the place of the app. */
export async function buildHub(): Promise<BuiltHub> {
  const root = mkdtempSync(join(tmpdir(), 'plotline-hub-'));
  await build({
    configFile: join(import.meta.dirname, '../../vite.hub.config.ts'),
    logLevel: 'error',
    build: { outDir: join(root, 'hub'), emptyOutDir: true },
  });
  await mkdir(join(root, 'app'));
  await writeFile(join(root, 'app', 'index.html'), '<!doctype html><title>Plotline</title>');
  return {
    start: (variables, given = []) => startIn(root, join(root, 'hub', 'main.js'), variables, given),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The one that `npm run build` made, with the app, as it is delivered; `folder` is where it was started. */
export function startDelivered(folder: string, variables: Record<string, string>): HubProcess {
  const program = join(import.meta.dirname, '../../dist/hub/main.js');
  if (!existsSync(program)) throw new Error(`${program} is not there: npm run build makes it`);
  return startIn(folder, program, variables);
}

function startIn(
  folder: string,
  program: string,
  variables: Record<string, string>,
  given: string[] = [],
): HubProcess {
  const env = { PATH: process.env['PATH'] ?? '', PORT: '0', ...variables };
  return watch(spawn(process.execPath, [program, ...given], { env, cwd: folder }));
}

function watch(child: ChildProcess): HubProcess {
  let printed = '';
  let over = false;
  const waiting = new Set<() => void>();
  const look = () => waiting.forEach((again) => again());
  const hear = (text: Buffer) => {
    printed += text.toString();
    look();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const stop = () => child.kill('SIGKILL');
  process.once('exit', stop);
  const ended = new Promise<number | null>((done) => {
    child.once('close', (code) => {
      process.off('exit', stop);
      over = true;
      look();
      done(code);
    });
  });
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, failed) => {
      const again = () => {
        const match = pattern.exec(printed);
        if (!match && !over) return;
        waiting.delete(again);
        if (match) done(match);
        else failed(new Error(`the hub ended without saying ${pattern.source}:\n${printed}`));
      };
      waiting.add(again);
      again();
    });
  return {
    printed: () => printed,
    says,
    origin: async () =>
      (await says(/Plotline is at (http:\/\/[^/]+)\//))[1]?.replace('localhost', '127.0.0.1') ?? '',
    kill: (signal) => child.kill(signal),
    ended,
  };
}
