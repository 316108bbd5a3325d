/** Why nothing was brought in, what is safe, and what to do. */
import { Notice } from '../../../ui/parts/notice.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import type { Broken } from './use-bring-in.ts';

export function BrokenNotice({ broken }: { broken: Broken }) {
  const t = useText();
  return (
    <Notice kind="attention" live="alert" title={t(`takeaway.broken.${broken}`)}>
      <p>{t(`takeaway.broken.${broken}.what`)}</p>
    </Notice>
  );
}
