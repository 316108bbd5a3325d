/** A fetch that answers as it is told, and keeps what it was asked. */
export interface AskedFor {
  method: string;
  /** Path and query. */
  path: string;
  headers: Headers;
  /** Unpacked where it came packed; empty where there was none. */
  body: string;
  /** How many bytes went over the line. */
  bytes: number;
}

/** An answer, or `'lost'`: none comes. */
export type Scripted = Response | 'lost';

export interface ScriptedFetch {
  fetch: typeof globalThis.fetch;
  asked: AskedFor[];
}

export function scriptedFetch(answer: (asked: AskedFor) => Scripted | Promise<Scripted>): ScriptedFetch {
  const asked: AskedFor[] = [];
  return {
    asked,
    fetch: async (address, init) => {
      const { pathname, search } = new URL(new Request(address).url);
      const headers = new Headers(init?.headers);
      const raw = init?.body ? new Uint8Array(await new Response(init.body).arrayBuffer()) : new Uint8Array();
      const one = {
        method: init?.method ?? 'GET',
        path: pathname + search,
        headers,
        body: await unpacked(raw, headers),
        bytes: raw.byteLength,
      };
      asked.push(one);
      const scripted = await answer(one);
      if (scripted === 'lost' || init?.signal?.aborted) throw new TypeError('Failed to fetch');
      return scripted;
    },
  };
}

async function unpacked(raw: Uint8Array<ArrayBuffer>, headers: Headers): Promise<string> {
  if (headers.get('content-encoding') !== 'gzip') return new TextDecoder().decode(raw);
  return new Response(new Blob([raw]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** A web page, as the login of a café's network answers everything. */
export function webPage(status = 200): Response {
  return new Response('<!DOCTYPE html><html><title>Welcome to the café</title></html>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}

export function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}
