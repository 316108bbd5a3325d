/** Numbers of a user of this machine, for servers that refuse to run as the superuser. */
import { execFileSync } from 'node:child_process';

export interface User {
  uid: number;
  gid: number;
}

/** Null where the tests do not run as the superuser, and servers run as whoever runs them. Throws where there is no such user. */
export function userFor(name: string): User | null {
  if (process.getuid?.() !== 0) return null;
  const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}
