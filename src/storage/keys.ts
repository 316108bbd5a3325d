/** How the key of a vault is held. Locks (passphrase, passkey) are further cases here. */

/** `device`: a key that this browser keeps and never gives out; it opens without asking. */
export type KeyHolder = { type: 'device'; key: CryptoKey };

/** A new key that can be used here but never read out. */
export async function createDeviceHolder(): Promise<KeyHolder> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return { type: 'device', key };
}

/** The key that seals and opens. */
export function unlock(holder: KeyHolder): Promise<CryptoKey> {
  switch (holder.type) {
    case 'device':
      return Promise.resolve(holder.key);
  }
}
