/** A hub as the app asks it, where a test says what it answers: stands in for `fetch`. `vi.restoreAllMocks()` takes it away. */
import { vi } from 'vitest';
import type { OwnVault } from './own-vault.ts';

export interface AnsweringHub {
  /** Everything it was asked, but for where the app may go. */
  asked: { url: string; method: string; body: unknown }[];
  /** What comes next. */
  answer: () => Response | Promise<Response>;
  /** Whose hub it is. */
  organisation: { id: string; name: string };
  /** Lets the owner of the vault in. */
  enrolled(): Response;
}

export const problem = (type: string, status: number, more: object = {}) =>
  Response.json({ type: `urn:plotline:${type}`, title: '-', status, detail: '-', ...more }, { status });

export function answeringHub(phone: OwnVault): AnsweringHub {
  const hub: AnsweringHub = {
    asked: [],
    answer: () => hub.enrolled(),
    organisation: { id: phone.newId(), name: 'Green Hill' },
    enrolled() {
      const person = { id: phone.owner.personId, role: 'participant', sites: [] };
      return Response.json({ token: 'secret', organisation: hub.organisation, person }, { status: 201 });
    },
  };
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (url === '/endpoints.json') return Response.json({ hub: true, endpoints: ['https://cloud.example'] });
    const said = typeof init?.body === 'string' ? init.body : '';
    const body: unknown = said.startsWith('{') ? JSON.parse(said) : said;
    hub.asked.push({ url, method: init?.method ?? 'GET', body });
    return hub.answer();
  });
  return hub;
}
