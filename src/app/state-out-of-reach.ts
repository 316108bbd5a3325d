/** Where the app is when the browser gives no database at all: on the page that says so, and nothing can be begun. */
import { signal } from '@preact/signals';
import type { AppState } from './app-state.ts';

/** `why` is the browser's own reason. Loading the page again tries again. */
export function stateOutOfReach(why: string): AppState {
  const stay = async () => {};
  return {
    phase: signal({ at: 'out-of-reach', why }),
    loss: signal(null),
    role: signal(null),
    actAs: () => Promise.resolve(false),
    followRole: () => () => {},
    begin: () => Promise.resolve({ status: 'failed', why }),
    open: stay,
    leave: stay,
    eraseMe: () => Promise.resolve(false),
    knownAs: () => {},
    nameBegun: () => Promise.resolve(''),
    keepNameBegun: () => {},
    namesHere: async () => [],
    addPerson: () => {},
  };
}
