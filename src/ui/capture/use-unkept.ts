/** Which recordings of a form are not kept yet: it waits with saving until all are. */
import { useRef } from 'preact/hooks';

export interface Unkept {
  /** True while something is being said, or could not be kept. */
  any(): boolean;
  /** For `onBusy` of the voice field with that name. */
  of(field: string): (busy: boolean) => void;
}

/** `onNone` is called when the last of them is kept. */
export function useUnkept(onNone: () => void): Unkept {
  const fields = useRef(new Set<string>());
  return {
    any: () => fields.current.size > 0,
    of: (field) => (busy) => {
      if (busy) {
        fields.current.add(field);
        return;
      }
      fields.current.delete(field);
      if (fields.current.size === 0) onNone();
    },
  };
}
