/** Starts a server's own program and waits until it answers; ends it again. */
import { spawn } from 'node:child_process';

export interface Running {
  /** Tells the program something, such as to read its settings again. */
  signal(signal: NodeJS.Signals): void;
  /** Ends the program and waits until it is gone. */
  stop(): Promise<void>;
}

export interface Program {
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
  cwd?: string;
  /** Asks whether it is up: rejects until it is. */
  up: () => Promise<unknown>;
  /** SIGTERM where nothing else is said. */
  endWith?: NodeJS.Signals;
  /** Numbers of the user and group to run as, where it is not the one running the tests. */
  as?: { uid: number; gid: number };
}

/** Long enough for a slow machine; a server that dies before is noticed at once. */
const patience = 60_000;

/** Throws with what the program said, where it ends or does not answer in a minute. */
export async function startProcess(program: Program): Promise<Running> {
  const { command, args, env, cwd, up, as, endWith = 'SIGTERM' } = program;
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
    ...as,
  });
  // A run that breaks off leaves nothing running.
  const endAtOnce = () => child.kill('SIGKILL');
  process.once('exit', endAtOnce);
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-4000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const gone = new Promise<void>((done) => {
    child.once('error', (error) => {
      said += error.message;
      done();
    });
    child.once('exit', () => done());
  });
  let ended = false;
  void gone.then(() => {
    ended = true;
  });

  const stop = async () => {
    if (!ended) child.kill(endWith);
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(hard);
    process.removeListener('exit', endAtOnce);
  };
  const until = Date.now() + patience;
  while (
    !(await up().then(
      () => true,
      () => false,
    ))
  ) {
    if (ended || Date.now() > until) {
      await stop();
      throw new Error(`${command} ${args.join(' ')} did not come up:\n${said}`);
    }
    await new Promise((again) => setTimeout(again, 50));
  }
  return { signal: (signal) => child.kill(signal), stop };
}

/** Rejects unless something answers there, with whatever status below 500. */
export async function answersAt(address: string): Promise<void> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
  await answer.arrayBuffer();
  if (answer.status >= 500) throw new Error(`${address}: ${answer.status}`);
}
