/** Whose view a reading is, in words: with the name where it is known on this phone, else by what they are to the person. */
import type { Version } from '../../../../core/version.ts';
import type { Translate } from '../../../../ui/text/catalog.ts';
import type { ReadingBody } from '../../model/reading.ts';

/** Names by the id of the person. */
export type Names = ReadonlyMap<string, string>;

type Said = Pick<Version<ReadingBody>, 'author' | 'body'>;

/** "How Sam from the group sees it". */
export function sayWhose({ author, body }: Said, names: Names, t: Translate): string {
  const name = names.get(author.id);
  return name === undefined
    ? t(`readings.summary.${body.relation}`)
    : t(`readings.view.${body.relation}`, { name });
}

/** The day; before it whose view it is, where it is not the person's own. */
export function sayWhoseAndDay(said: Said, day: string, names: Names, t: Translate): string {
  return said.body.relation === 'self' ? day : `${sayWhose(said, names, t)}, ${day}`;
}

/** "Sam said 3". */
export function sayTheirScore({ author, body }: Said, score: number, names: Names, t: Translate): string {
  if (body.relation === 'self') return t('readings.said.you', { score });
  const name = names.get(author.id);
  return name === undefined
    ? t(`readings.said.${body.relation}`, { score })
    : t('readings.said.name', { name, score });
}
