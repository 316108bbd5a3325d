/** A change that could not be kept is told to the person whose it was, and not to who has the phone next. */
import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Phase } from './app-state.ts';

/**
 * Forgets it once somebody else comes in. Not when its person leaves: a form that is left because they hand the phone on
 * says only then that it is lost. Nobody sees that while nobody is inside, and they do when they are the next to come in.
 */
export function forgetWithTheNext(phase: ReadonlySignal<Phase>, changeLost: Signal<boolean>): void {
  let last: string | null = null;
  effect(() => {
    const now = phase.value;
    if (now.at !== 'open') return;
    if (now.entry.id !== last) changeLost.value = false;
    last = now.entry.id;
  });
}
