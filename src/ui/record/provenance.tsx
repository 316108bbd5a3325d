/** Who said it, in what role, when it happened and when it was written down. */
import type { Version } from '../../core/version.ts';
import { useServices } from '../services.tsx';
import { sayDay, sayMoment } from '../text/dates.ts';
import type { Language } from '../text/languages.ts';
import { useText, useTextState, useWords } from '../text/use-text.ts';
import { useLive } from '../use-live.ts';

/** The author in words: "You, as a participant", "Sam, as a peer", or the role alone where the name is not here. */
export function useAuthorWords(author: Version['author']): string {
  const t = useText();
  const say = useWords();
  const { store, owner, records } = useServices();
  const found = useLive(() => store.watch(author.id), [store, author.id]);
  const role = t(`record.role.${author.role}`);
  if (author.id === owner.personId) return t('record.by.you', { role });
  const kind = found?.status === 'ok' && !found.version.removed ? records.get(found.version.kind) : undefined;
  if (!kind || found?.status !== 'ok') return t('record.by.role', { role });
  return t('record.by.name', { name: say(kind.summary(found.version.body).title), role });
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
