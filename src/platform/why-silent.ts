/** Why no answer came, as far as a page can find out: a browser hides from it most of what goes wrong between origins. */

/**
 * `not-allowed`: the security policy of this page, which is the operator's list as it was when the page was opened.
 * `closed`: something answers there and does not let this page read what it says. `away`: nothing was heard.
 */
export type Silence = 'not-allowed' | 'closed' | 'away';

const PATIENCE_MS = 10_000;
/** The browser tells of a refusal in an event of its own, which may come after the request has failed. */
const TOLD_WITHIN_MS = 100;

/** Asks once more, without a login, and only listens whether there is anybody. Never rejects. */
export async function whySilent(address: string): Promise<Silence> {
  const { origin } = new URL(address);
  const cut = new AbortController();
  let tellRefused = () => {};
  const refused = new Promise<'not-allowed'>((told) => {
    tellRefused = () => told('not-allowed');
  });
  const hear = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'connect-src' && blockedURI.startsWith(origin)) tellRefused();
  };
  document.addEventListener('securitypolicyviolation', hear);
  const timer = setTimeout(() => cut.abort(), PATIENCE_MS);
  try {
    // An answer to such a request cannot be read by anybody; that there is one can be told.
    await fetch(address, {
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: cut.signal,
    });
    return 'closed';
  } catch {
    return await Promise.race([refused, after(TOLD_WITHIN_MS)]);
  } finally {
    clearTimeout(timer);
    document.removeEventListener('securitypolicyviolation', hear);
  }
}

function after(ms: number): Promise<'away'> {
  return new Promise((done) => setTimeout(() => done('away'), ms));
}
