/** What the person is told of an error that nobody expected and nobody caught. */
import { ChangeLost } from '../core/change-lost.ts';
import { VaultLeft } from '../core/vault-left.ts';

/** `true`: that something went wrong. False: nothing, because whoever asked has left the vault. */
export function whatToTell(error: unknown): boolean | 'change-lost' {
  if (error instanceof VaultLeft) return false;
  return error instanceof ChangeLost ? 'change-lost' : true;
}
