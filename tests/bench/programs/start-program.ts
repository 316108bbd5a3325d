/** Starts a program of this folder in a process of its own and talks with it. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { onInterruption } from '../interruption.ts';

export interface Program {
  /** `http://127.0.0.1:<port>`. */
  origin: string;
  /** Sends it a question and gives the answer. */
  ask(question: object): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startProgram(file: string, args: readonly string[]): Promise<Program> {
  const child = fork(join(import.meta.dirname, file), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const endAtOnce = () => child.kill('SIGKILL');
  process.once('exit', endAtOnce);
  // Whoever waits for an answer then hears that there is none.
  const letGo = onInterruption(endAtOnce);
  child.once('exit', () => {
    process.off('exit', endAtOnce);
    letGo();
  });
  const answer = () =>
    new Promise<unknown>((heard, failed) => {
      const ended = () => failed(new Error(`${file} ended`));
      child.once('exit', ended);
      child.once('message', (said) => {
        child.off('exit', ended);
        heard(said);
      });
    });
  const said = await answer();
  if (typeof said !== 'object' || said === null || !('origin' in said) || typeof said.origin !== 'string') {
    throw new Error(`${file} did not say where it is`);
  }
  return {
    origin: said.origin,
    ask(question) {
      const answered = answer();
      child.send(question);
      return answered;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 3000);
      await gone;
      clearTimeout(hard);
    },
  };
}
