/** A photo or recording as something the page can show. */
import { useEffect, useState } from 'preact/hooks';
import type { AttachmentRef } from '../../core/define-record.ts';
import { useServices } from '../services.tsx';

export type Shown = { status: 'loading' } | { status: 'here'; url: string } | { status: 'missing' };

/** Opens the bytes and gives them an address for as long as the part that asked is on the page; waits while `wanted` is false. */
export function useAttachment({ sha256, type }: AttachmentRef, wanted = true): Shown {
  const { store } = useServices();
  const [shown, setShown] = useState<Shown>({ status: 'loading' });
  useEffect(() => {
    let url: string | null = null;
    let gone = false;
    setShown({ status: 'loading' });
    if (!wanted) return undefined;
    store.attachment(sha256).then(
      (bytes) => {
        if (gone) return;
        if (bytes === null) {
          setShown({ status: 'missing' });
          return;
        }
        url = URL.createObjectURL(new Blob([bytes], { type }));
        setShown({ status: 'here', url });
      },
      () => {
        if (!gone) setShown({ status: 'missing' });
      },
    );
    return () => {
      gone = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [store, sha256, type, wanted]);
  return shown;
}
