/** The self-assessment as a person finds it on the screen: its buttons, numbers and titles, and a way through it. */
import { expect } from 'vitest';
import { page } from 'vitest/browser';

export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
export const score = (value: number) => page.getByRole('radio', { name: new RegExp(`^${value}, `) });
export const leaveOut = page.getByRole('radio', { name: /^Leave this one out/ });
export const statements = [
  'Building on assets',
  'Having an equal voice',
  'Sharing responsibility',
  'Celebrating each other',
  'Encouraging mutual support',
  'Realising broader benefits',
];

/** Answers every statement in its order, null by leaving it out, up to the overview. */
export async function answerAll(scores: readonly (number | null)[]): Promise<void> {
  for (const [at, value] of scores.entries()) {
    await expect.element(title(statements[at] ?? '')).toBeVisible();
    await (value === null ? leaveOut : score(value)).click();
    await button(at === 5 ? 'Look it over' : 'Next').click();
  }
  await expect.element(title('Look it over')).toBeVisible();
}
