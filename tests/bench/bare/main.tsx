/** The peer of a start: Preact and Dexie with nothing around them, showing what the app's first screen shows. */
import Dexie from 'dexie';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const db = new Dexie('bare', { cache: 'disabled' });
db.version(1).stores({ records: 'id, kind, [kind+at]', drafts: 'key', outbox: '[id+rev]' });

interface Shown {
  name: string;
  drafts: { key: string; savedAt: string }[];
  waiting: number;
}

async function read(): Promise<Shown> {
  const [person, drafts, waiting] = await Promise.all([
    db.table<{ body: { name: string } }>('records').where('kind').equals('person').first(),
    db.table<Shown['drafts'][number]>('drafts').toArray(),
    db.table('outbox').count(),
  ]);
  return { name: person?.body.name ?? '', drafts, waiting };
}

function Page() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    void read().then(setShown);
  }, []);
  if (!shown) return null;
  return (
    <>
      <header>
        <a href="/about">
          {shown.waiting < 1000 ? shown.waiting : shown.waiting.toLocaleString('en')} on this phone
        </a>
      </header>
      <main>
        <h1>Hello {shown.name}</h1>
        <ul>
          {shown.drafts.map(({ key, savedAt }) => (
            <li key={key}>
              <a href="/assess">Carry on, begun {new Date(savedAt).toLocaleDateString('en')}</a>
            </li>
          ))}
          <li>
            <a href="/assets/add">What I can do</a>
          </li>
          <li>
            <a href="/assess">How it is going</a>
          </li>
          <li>
            <a href="/reflect">What I think</a>
          </li>
        </ul>
      </main>
    </>
  );
}

const root = document.getElementById('app');
if (root) render(<Page />, root);

/** Served with the app's own security policy, which wants a name for the worker's address. */
interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}
const { trustedTypes } = globalThis as unknown as { trustedTypes: Factory };
const policy = trustedTypes.createPolicy('plotline', { createScriptURL: (url) => url });
void navigator.serviceWorker.register(policy.createScriptURL('/service-worker.js'));
