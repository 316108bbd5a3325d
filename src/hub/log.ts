/** One line of JSON an event, for whoever runs the hub: never what records say, never a token, never a code. */

/** What may stand in a line; long texts have no place there. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  /** With the error's name and stack; its message may quote what was sent, so parameters never go into messages. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

/** Lines go to `write`; `now` is milliseconds since 1970. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  const say = (level: string, event: string, fields: LogFields): void => {
    write(JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...fields }));
  };
  return {
    info: (event, fields = {}) => say('info', event, fields),
    error(event, error, fields = {}) {
      const { name, stack } = error instanceof Error ? error : new Error('something that is not an error');
      const code = error instanceof Error && 'code' in error ? String(error.code) : null;
      // The places, without the first line: a database quotes values in its messages.
      const places = (stack ?? '')
        .split('\n')
        .filter((line) => line.startsWith('    at '))
        .slice(0, 6)
        .join(' ');
      say('error', event, { error: name, code, places, ...fields });
    },
  };
}

export const silentLog: Log = { info: () => {}, error: () => {} };
