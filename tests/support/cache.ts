/** Where tests keep what takes long to make and is the same for all of them. */
import { join } from 'node:path';

export const cache = join(import.meta.dirname, '../../node_modules/.cache/plotline');
