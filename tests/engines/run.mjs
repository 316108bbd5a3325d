// @ts-check
/** `npm run test:engines`: the main jobs in Firefox and WebKit; what drives Firefox is installed next to this file. */
import { installBeside } from '../support/install-beside.mjs';
import { runVitest } from '../support/run-vitest.mjs';

installBeside(import.meta.dirname, 'what drives Firefox');
runVitest('tests/engines/vitest.config.ts');
