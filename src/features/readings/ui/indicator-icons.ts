/** The picture of each statement of the engagement tool. */
import type { InstrumentRef } from '../../../core/body-fields.ts';
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
import { isBuiltIn } from '../../instruments/model/find-instrument.ts';

export const indicatorIcons: Readonly<Record<string, Icon>> = {
  assets: AssetsIcon,
  voice: EqualVoiceIcon,
  responsibility: SharedResponsibilityIcon,
  celebrating: CelebratingIcon,
  support: MutualSupportIcon,
  benefits: BroaderBenefitsIcon,
};

/** A plain one for statements of other instruments, whatever their ids. */
export function indicatorIcon(instrument: InstrumentRef, statement: string): Icon {
  const known = isBuiltIn(instrument) && Object.hasOwn(indicatorIcons, statement);
  return (known ? indicatorIcons[statement] : undefined) ?? StarIcon;
}
