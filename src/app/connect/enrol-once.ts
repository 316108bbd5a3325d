/** A code is used once while a screen stands, however often it is gone back from and on again. */
import type { EnrolAnswer } from '../../sync/protocol/hub-api.ts';
import { enrol, type HubAnswer } from './ask-hub.ts';

/**
 * Whoever asks again with the same code has the answer that is under way, or was given. Asking twice would be no loss, as both
 * are the same attempt; but with each the hub ends the login it gave before, and on a slow line the first could come last.
 */
export function createEnrolOnce(): typeof enrol {
  const asked = new Map<string, Promise<HubAnswer<EnrolAnswer>>>();
  return async (enrolling) => {
    const name = `${enrolling.address} ${enrolling.code}`;
    const answer = asked.get(name) ?? enrol(enrolling);
    asked.set(name, answer);
    const { status } = await answer;
    // Whom it did not let in may ask again.
    if (status !== 'answered' && asked.get(name) === answer) asked.delete(name);
    return answer;
  };
}
