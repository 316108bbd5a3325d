/** WebKitGTK as Debian has it: its own driver, spoken to as the WebDriver standard says (W3C, WebDriver, 6 and 13.2). */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { freePort } from '../support/free-port.ts';
import type { Engine, EngineWindow } from './engine.ts';

const driver = '/usr/bin/WebKitWebDriver';
const needed = [driver, '/usr/bin/xvfb-run'];

export const webkit: Engine = {
  name: 'WebKit',
  missing() {
    const lacking = needed.filter((path) => !existsSync(path));
    return lacking.length === 0
      ? null
      : `${lacking.join(', ')} (apt-get install -y webkit2gtk-driver xvfb xauth)`;
  },
  async start() {
    const port = await freePort();
    // In a group of its own: ended, the screen and the browser on it go with the driver.
    const running = spawn('xvfb-run', ['-a', driver, `--port=${port}`], { detached: true, stdio: 'ignore' });
    try {
      return await startWindow(`http://127.0.0.1:${port}`, running);
    } catch (error) {
      endGroup(running);
      throw error;
    }
  },
};

async function startWindow(driverAt: string, running: ChildProcess): Promise<EngineWindow> {
  await untilReady(driverAt, running);
  // The browser is the MiniBrowser that comes with the driver.
  const asked = { capabilities: {} };
  const { sessionId } = (await ask(driverAt, 'POST', '/session', asked)) as { sessionId: string };
  const session = `/session/${sessionId}`;
  await ask(driverAt, 'POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  return {
    open: async (url) => void (await ask(driverAt, 'POST', `${session}/url`, { url })),
    async run<Out>(work: (...given: never) => Out | Promise<Out>, ...given: readonly unknown[]) {
      const script = `const tell = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${work.toString()})(...[...arguments].slice(0, -1)))
          .then((value) => tell({ value }), (error) => tell({ error: String(error) }));`;
      const running = ask(driverAt, 'POST', `${session}/execute/async`, { script, args: given });
      const told = (await running) as { value: Out } | { error: string };
      if ('error' in told) throw new Error(told.error);
      return told.value;
    },
    async close() {
      await ask(driverAt, 'DELETE', session).catch(() => undefined);
      endGroup(running);
    },
  };
}

async function ask(driverAt: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${driverAt}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error(`WebKitWebDriver, ${method} ${path}: ${JSON.stringify(value)}`);
  return value;
}

/** Asks until the driver answers; gives up when its process has ended. */
async function untilReady(driverAt: string, running: ChildProcess): Promise<void> {
  while (running.exitCode === null) {
    const status = await ask(driverAt, 'GET', '/status').catch(() => null);
    if (status !== null) return;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error('WebKitWebDriver ended before it answered');
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid);
  } catch {
    // It has ended by itself.
  }
}
