/** Every version of a record, read again whenever the record changes. */
import { useEffect, useState } from 'preact/hooks';
import type { Found } from '../../core/store.ts';
import { useServices } from '../services.tsx';

/** Newest first; undefined before they are read. `stamp` changes whenever the record does. */
export function useHistory(id: string, stamp: string): Found[] | undefined {
  const { store } = useServices();
  const [history, setHistory] = useState<{ id: string; found: Found[] } | null>(null);
  const [broken, setBroken] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    let wanted = true;
    store.history(id).then(
      (found) => wanted && setHistory({ id, found }),
      (error: unknown) => wanted && setBroken({ error }),
    );
    return () => {
      wanted = false;
    };
  }, [store, id, stamp]);
  if (broken) throw broken.error;
  return history?.id === id ? history.found : undefined;
}
