/**
 * A vault was read after it was closed on purpose, as when the phone is handed on: whoever asked is gone with it. Where
 * nobody catches it, there is nobody to tell.
 */
export class VaultLeft extends Error {
  constructor() {
    super('the vault was closed');
  }
}
