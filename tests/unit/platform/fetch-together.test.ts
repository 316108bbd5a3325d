/** The files of the app, fetched side by side before it is said to work offline. */
import { afterEach, expect, test, vi } from 'vitest';
import { fetchTogether, type FileToKeep } from '../../../src/platform/fetch-together.ts';

/** A cache and a server that answers `answers`, or else each file with its name; each answer has to be let go. */
function shop(answers: Record<string, () => Response> = {}) {
  const kept = new Map<string, string>();
  const asked: { url: string; cache: RequestCache | undefined }[] = [];
  const most = { atOnce: 0 };
  let underWay = 0;
  vi.stubGlobal('caches', {
    open: () =>
      Promise.resolve({
        match: (key: string) => Promise.resolve(kept.has(key) ? new Response(kept.get(key)) : undefined),
        put: async (key: string, answer: Response) => void kept.set(key, await answer.text()),
      }),
  });
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    asked.push({ url, cache: init?.cache });
    underWay += 1;
    most.atOnce = Math.max(most.atOnce, underWay);
    await new Promise(setImmediate);
    underWay -= 1;
    return answers[url]?.() ?? new Response(`words of ${url}`);
  });
  return { kept, asked, most };
}

const file = (name: string): FileToKeep => ({
  url: `/assets/${name}`,
  key: `/assets/${name}`,
  reload: false,
});
const many = Array.from({ length: 40 }, (_, at) => file(`${at}.js`));

afterEach(() => vi.unstubAllGlobals());

test('all are kept, several at once, and one connection is left for what the page wants', async () => {
  const { kept, asked, most } = shop();
  const page = { url: '/index.html', key: '/index.html?revision=1', reload: true };
  await fetchTogether('files', [...many, page]);
  expect(kept.size).toBe(41);
  expect(kept.get('/assets/7.js')).toBe('words of /assets/7.js');
  expect(kept.get('/index.html?revision=1')).toBe('words of /index.html');
  expect(most.atOnce).toBe(5);
  // Only what keeps its name when its contents change is asked for past the browser's own cache.
  expect(asked.filter(({ cache }) => cache === 'reload')).toEqual([{ url: '/index.html', cache: 'reload' }]);
});

test('the line was cut in between: what had come is not fetched again', async () => {
  let line = true;
  const gone = () => {
    throw new TypeError('no network');
  };
  const cut = Object.fromEntries(
    many.slice(20).map(({ url }) => [url, () => (line ? new Response(url) : gone())]),
  );
  const { kept, asked } = shop(cut);
  line = false;
  await fetchTogether('files', many);
  expect(kept.size).toBe(20);
  line = true;
  asked.length = 0;
  await fetchTogether('files', many);
  expect(kept.size).toBe(40);
  expect(asked).toHaveLength(20);
});

test('an answer that is none, or ends too early, is not kept, and the others are', async () => {
  const broken = () =>
    new Response(new ReadableStream({ pull: (to) => to.error(new TypeError('cut in the middle')) }));
  const { kept } = shop({
    '/assets/3.js': () => new Response('no such file', { status: 404 }),
    '/assets/4.js': () => new Response('', { status: 502 }),
    '/assets/5.js': broken,
  });
  await fetchTogether('files', many);
  expect(kept.size).toBe(37);
  for (const name of ['3.js', '4.js', '5.js']) expect(kept.has(`/assets/${name}`)).toBe(false);
});

test('a browser that keeps no caches is nobody’s trouble here', async () => {
  shop();
  vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('no', 'SecurityError')) });
  await expect(fetchTogether('files', many)).resolves.toBeUndefined();
});
