/** What a form with photos knows of them: their work is that of its draft, and ends when it is started again. */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useServices } from '../services.tsx';
import { photoWorkOf, type PhotoWork } from './photo-work.ts';

/** `key` and `round` of the form: see `DraftForm`. `onNone` is called when no picture is in hand any more. */
export function usePhotoWork({ key, round }: { key: string; round: number }, onNone: () => void): PhotoWork {
  const { store, device } = useServices();
  const work = useMemo(() => photoWorkOf({ store, device }, key), [store, device, key]);
  const before = useRef({ work, round });
  // Before the field of the new round takes it over.
  useLayoutEffect(() => {
    if (before.current.work === work && before.current.round !== round) work.giveUp();
    before.current = { work, round };
  }, [work, round]);
  const inHand = work.inHand();
  useEffect(() => {
    if (!inHand) onNone();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- told when it changes, not at each drawing of the form
  }, [inHand]);
  return work;
}
