/** Which places this installation may talk to: the operator's list, which the security policy enforces as well. */
import { endpointsAnswerSchema } from '../../sync/protocol/hub-api.ts';

export type AllowedEndpoints =
  { status: 'listed'; hub: boolean; endpoints: string[] } | { status: 'unknown' };

/** Asks the place the app came from. `unknown` where it gives no such list, or there is no network. */
export async function allowedEndpoints(): Promise<AllowedEndpoints> {
  try {
    const answer = await fetch('/endpoints.json', { cache: 'no-store' });
    if (!answer.ok) return { status: 'unknown' };
    const read = endpointsAnswerSchema.safeParse(await answer.json());
    return read.success ? { status: 'listed', ...read.data } : { status: 'unknown' };
  } catch {
    return { status: 'unknown' };
  }
}
