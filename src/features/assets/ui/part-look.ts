/** How each of the three looks: its icon. */
import { HandIcon, HeadIcon, HeartIcon } from '../../../ui/icons/kinds.tsx';
import type { Icon } from '../../../ui/icons/glyph.tsx';
import type { Part } from '../model/asset.ts';

export const partIcons: Record<Part, Icon> = { head: HeadIcon, hand: HandIcon, heart: HeartIcon };
