/** What somebody scanned, pasted or typed to connect: a link with a code, or the code alone. Pure. */

export type ReadCode =
  | {
      status: 'code';
      /** Origin of the hub; null where only the code was given. */
      address: string | null;
      code: string;
    }
  | { status: 'strange' };

const GROUP = 4;
const LENGTH = 12;

/** Spaces, small letters and dashes in other places do not matter. */
export function readCode(text: string): ReadCode {
  const given = text.trim();
  if (/^https?:/i.test(given)) return readLink(given);
  const code = tidyCode(given);
  return code === null ? { status: 'strange' } : { status: 'code', address: null, code };
}

/** The code in an address's part after `#`, as the camera app of a phone opens it; null where there is none. */
export function codeInHash(hash: string): string | null {
  return tidyCode(new URLSearchParams(hash.replace(/^#/, '')).get('code') ?? '');
}

function readLink(link: string): ReadCode {
  if (!URL.canParse(link)) return { status: 'strange' };
  const { origin, hash } = new URL(link);
  const code = codeInHash(hash);
  return code === null ? { status: 'strange' } : { status: 'code', address: origin, code };
}

function tidyCode(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s‐-―-]/g, '');
  if (plain.length !== LENGTH || !/^[0-9A-Z]+$/.test(plain)) return null;
  return [0, GROUP, 2 * GROUP].map((at) => plain.slice(at, at + GROUP)).join('-');
}
