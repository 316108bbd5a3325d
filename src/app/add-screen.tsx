/** "+": everything that can be added, what one can do first. */

import { useText } from '../ui/text/use-text.ts';
import { Screen } from '../ui/parts/screen.tsx';
import { BeginList } from './home/begin-list.tsx';

export default function AddScreen() {
  const t = useText();
  return (
    <Screen title={t('add.title')}>
      <BeginList withAction />
    </Screen>
  );
}
