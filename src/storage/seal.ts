/** AES-256-GCM: nothing is kept that was not sealed here, and a sealed thing opens only in the place it was sealed for. */
import type { Environment } from '../core/environment.ts';
import { createUtf8 } from '../core/utf8.ts';

const IV_BYTES = 12;
/** So many are asked for at a time: for thousands of records, each asking takes as long as a good part of the sealing. */
const IVS = 64;

/** What a sealed thing is bound to: its table, its key and whatever else of it stands in the clear. */
export type Place = readonly (string | number | null | readonly string[])[];

export interface Sealer {
  sealBytes(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>, place: Place): Promise<ArrayBuffer>;
  /** Rejects where the bytes, the key or the place are not those of the sealing. */
  openBytes(sealed: ArrayBuffer, place: Place): Promise<ArrayBuffer>;
  sealText(text: string, place: Place): Promise<ArrayBuffer>;
  openText(sealed: ArrayBuffer, place: Place): Promise<string>;
}

/** Must never be awaited inside a transaction: some browsers would commit it half-way (decision 003). */
export function createSealer(key: CryptoKey, environment: Environment): Sealer {
  // Both are copied by the call that they are for.
  const [placeBytes, textBytes] = [createUtf8(), createUtf8()];
  const decoder = new TextDecoder();
  const how = (iv: Uint8Array<ArrayBuffer>, place: Place) => ({
    name: 'AES-GCM',
    iv,
    additionalData: placeBytes(JSON.stringify(place)),
  });

  let ivs = new Uint8Array(0);
  let used = 0;
  /** Never the same twice. */
  function nextIv(): Uint8Array<ArrayBuffer> {
    if (used === ivs.length) {
      ivs = environment.randomBytes(IVS * IV_BYTES);
      used = 0;
    }
    used += IV_BYTES;
    return ivs.subarray(used - IV_BYTES, used);
  }

  async function sealBytes(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>, place: Place): Promise<ArrayBuffer> {
    const iv = nextIv();
    const secret = await crypto.subtle.encrypt(how(iv, place), key, bytes);
    const sealed = new Uint8Array(IV_BYTES + secret.byteLength);
    sealed.set(iv);
    sealed.set(new Uint8Array(secret), IV_BYTES);
    return sealed.buffer;
  }

  async function openBytes(sealed: ArrayBuffer, place: Place): Promise<ArrayBuffer> {
    const iv = new Uint8Array(sealed, 0, IV_BYTES);
    return crypto.subtle.decrypt(how(iv, place), key, new Uint8Array(sealed, IV_BYTES));
  }

  return {
    sealBytes,
    openBytes,
    sealText: (text, place) => sealBytes(textBytes(text), place),
    openText: async (sealed, place) => decoder.decode(await openBytes(sealed, place)),
  };
}
