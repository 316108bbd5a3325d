/** A hint, no more: two people of one name are hard to tell apart where it is asked who is here. */
import { Notice } from '../../ui/parts/notice.tsx';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { takenName, useNamesHere } from './others-here.ts';

export function NameTaken({ name }: { name: string }) {
  const t = useText();
  const taken = takenName(name, useNamesHere(), useTextState().language.value);
  return (
    <div role="status">
      {taken !== undefined && (
        <Notice kind="info" title={t('first.name.taken', { name: taken })}>
          <p>{t('first.name.taken.what')}</p>
        </Notice>
      )}
    </div>
  );
}
