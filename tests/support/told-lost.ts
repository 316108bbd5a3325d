/**
 * Hears, as the app does, that the last change to a form that was left could not be kept. For every stage with forms: a
 * test that is over closes its vault, and a save that was under way then says so. What was only being read is nobody's
 * loss, here as in the app.
 */
import { onTestFinished } from 'vitest';
import { whatToTell } from '../../src/app/what-to-tell.ts';
import { ChangeLost } from '../../src/core/change-lost.ts';

const listening = new Set<ChangeLost[]>();

// One for the whole page; whatever else nobody caught still fails the test.
addEventListener('unhandledrejection', ({ reason }) => {
  if (whatToTell(reason) === false) return;
  if (!(reason instanceof ChangeLost)) throw reason;
  for (const heard of listening) heard.push(reason);
});

/** What is told until the test ends. */
export function hearLost(): ChangeLost[] {
  const heard: ChangeLost[] = [];
  listening.add(heard);
  onTestFinished(() => void listening.delete(heard));
  return heard;
}
