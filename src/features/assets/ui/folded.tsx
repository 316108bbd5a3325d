/** A part of a long form, folded away until wanted; open from the start where something was said in it before. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Disclosure } from '../../../ui/parts/disclosure.tsx';
import { Stack } from '../../../ui/parts/layout.tsx';

interface FoldedProps {
  title: string;
  /** Whether something was said in it when the form was opened. */
  said: boolean;
  /** Whether a recording that was cut short is brought back in it. */
  found?: boolean;
  children: ComponentChildren;
}

export function Folded({ title, said, found = false, children }: FoldedProps) {
  // What is said later must not fold it or unfold it under somebody's fingers.
  const [open, setOpen] = useState(said);
  useEffect(() => {
    if (found) setOpen(true);
  }, [found]);
  return (
    <Disclosure summary={title} open={open} onToggle={setOpen}>
      <Stack>{children}</Stack>
    </Disclosure>
  );
}
