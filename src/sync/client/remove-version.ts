/** Removes a version: only the probe of "Try this endpoint" is ever removed. */
import type { Answer } from '../protocol/endpoint.ts';
import { valueAt } from '../protocol/pointer.ts';
import type { Profile } from '../protocol/profile.ts';
import type { Ask } from './ask.ts';
import { notUnderstood } from './read-document.ts';

/** `reject` where the endpoint cannot remove; `missing` where it is not there. */
export async function removeVersion(profile: Profile, ask: Ask, key: string): Promise<Answer> {
  const { remove } = profile;
  if (!remove) return { outcome: 'reject', why: 'it cannot remove' };
  if (remove.revision === undefined) return (await ask('remove', remove, { values: { key } })).answer;
  // Some remove only what they are told the state of.
  const { answer, heard } = await ask('read', profile.read, { values: { key } });
  if (answer.outcome !== 'ok' || !heard) return answer;
  const revision = remove.revision === 'etag' ? heard.header('etag') : valueAt(heard.json, remove.revision);
  if (revision === null || revision === undefined) return notUnderstood(answer);
  return (await ask('remove', remove, { values: { key, revision } })).answer;
}
