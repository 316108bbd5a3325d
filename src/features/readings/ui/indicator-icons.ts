/** The picture of each statement of the engagement tool. */
import type { Icon } from '../../../ui/icons/glyph.tsx';
import {
  AssetsIcon,
  BroaderBenefitsIcon,
  CelebratingIcon,
  EqualVoiceIcon,
  MutualSupportIcon,
  SharedResponsibilityIcon,
} from '../../../ui/icons/indicators.tsx';
import { StarIcon } from '../../../ui/icons/kinds.tsx';

export const indicatorIcons: Readonly<Record<string, Icon>> = {
  assets: AssetsIcon,
  voice: EqualVoiceIcon,
  responsibility: SharedResponsibilityIcon,
  celebrating: CelebratingIcon,
  support: MutualSupportIcon,
  benefits: BroaderBenefitsIcon,
};

/** A plain one for statements of other instruments. */
export function indicatorIcon(statement: string): Icon {
  return (Object.hasOwn(indicatorIcons, statement) ? indicatorIcons[statement] : undefined) ?? StarIcon;
}
