/** Who said it, in what role, when it happened and when it was written down. */
import type { Version } from '../../core/version.ts';
import { PeopleIcon } from '../icons/go.tsx';
import { useServices } from '../services.tsx';
import { sayDay, sayMoment } from '../text/dates.ts';
import type { Language } from '../text/languages.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { useNameOf } from './use-name-of.ts';
import styles from './provenance.module.css';

type Said = Pick<Version, 'author' | 'subject'>;

/** Whether somebody else said it than the one it is about. */
function isSaidByOther({ author, subject }: Said): boolean {
  return author.id !== subject;
}

/** Who said it, in a row or on a card; nothing where the one it is about said it themselves. */
export function SaidBy({ said }: { said: Said }) {
  return isSaidByOther(said) ? <By author={said.author} /> : null;
}

/** Apart, so that nobody's name is looked for where it is not said. */
function By({ author }: Pick<Version, 'author'>) {
  const by = useAuthorWords(author);
  return (
    <span class={styles.by}>
      <PeopleIcon />
      {by}
    </span>
  );
}

/** The author in words: "You, as a participant", "Sam, as a peer", or the role alone where the name is not here. */
export function useAuthorWords(author: Version['author']): string {
  const t = useText();
  const { owner } = useServices();
  const name = useNameOf(author.id);
  const role = t(`record.role.${author.role}`);
  if (author.id === owner.personId) return t('record.by.you', { role });
  return name ? t('record.by.name', { name, role }) : t('record.by.role', { role });
}

/** A day or a moment, as exact as it was said. */
export function sayWhen(language: Language, when: string): string {
  return when.length === 10 ? sayDay(language, when) : sayMoment(language, when);
}

/** One line: who and when. */
export function Provenance({ version }: { version: Version }) {
  const by = useAuthorWords(version.author);
  const { language } = useTextState();
  return <>{`${by} · ${sayMoment(language.value, version.recordedAt)}`}</>;
}
