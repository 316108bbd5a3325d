/** The picture and the word of a kind of record. A kind without a picture of its own gets a plain one. */
import { ActionIcon, HandIcon, MeIcon, ReflectionIcon, StarIcon, TalkIcon } from '../icons/kinds.tsx';
import { PlotIcon } from '../icons/go.tsx';
import type { Icon } from '../icons/glyph.tsx';
import { useText } from '../text/use-text.ts';

const pictures: Readonly<Record<string, Icon>> = {
  action: ActionIcon,
  asset: HandIcon,
  conversation: TalkIcon,
  person: MeIcon,
  reading: StarIcon,
  reflection: ReflectionIcon,
};

/** Picture of a kind, by its name. */
export function kindIcon(kind: string): Icon {
  return (Object.hasOwn(pictures, kind) ? pictures[kind] : undefined) ?? PlotIcon;
}

/** The picture itself, as decoration beside the word. */
export function KindPicture({ kind }: { kind: string }) {
  return kindIcon(kind)({});
}

/** Gives the word for a kind: the text `story.kind.<kind>`, or a plain one for a kind this app does not know. */
export function useKindWord(): (kind: string) => string {
  const t = useText();
  return (kind) => {
    const key = `story.kind.${kind}`;
    const word = t(key);
    return word === key ? t('record.kind.unknown') : word;
  };
}
