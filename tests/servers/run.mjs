// @ts-check
/** `npm run test:servers`: installs the servers next to this file (not with the app), runs the suite over them, and says which ran. */
import { installBeside } from '../support/install-beside.mjs';
import { runVitest } from '../support/run-vitest.mjs';

installBeside(import.meta.dirname, 'the servers');
runVitest('tests/servers/vitest.config.ts');
