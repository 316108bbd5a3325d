/** Hears what the app would say when the last change to a form that was left could not be kept. */
import { onTestFinished } from 'vitest';
import { ChangeLost } from '../../src/core/change-lost.ts';

/** Until the test ends. What else nobody catches still fails it. */
export function hearLost(): ChangeLost[] {
  const heard: ChangeLost[] = [];
  const hear = ({ reason }: PromiseRejectionEvent) => {
    if (!(reason instanceof ChangeLost)) throw reason;
    heard.push(reason);
  };
  addEventListener('unhandledrejection', hear);
  onTestFinished(() => removeEventListener('unhandledrejection', hear));
  return heard;
}
