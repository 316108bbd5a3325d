/** Ids in addresses. */
import { Refused } from './problem.ts';

/** Throws where it is none. `what`: a person, a site, a code, a phone. */
export function readId(text: string, what: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  throw new Refused('malformed', `A ${what} is named by its id.`);
}
