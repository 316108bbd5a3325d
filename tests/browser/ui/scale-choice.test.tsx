/** The scale is answered by keyboard alone, and leaving one out is an answer of its own, not a zero. */
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LEFT_OUT, ScaleChoice, type ScaleValue } from '../../../src/ui/parts/scale-choice.tsx';
import { bands } from './gallery.tsx';
import { show } from './stage.tsx';

function Statement({ first, told }: { first?: ScaleValue; told: ScaleValue[] }) {
  const [value, setValue] = useState<ScaleValue | undefined>(first);
  return (
    <ScaleChoice
      legend="Wie ist es für dich?"
      bands={bands}
      leaveOut={{ label: 'Diese Frage auslassen' }}
      value={value}
      onChange={(chosen) => {
        told.push(chosen);
        setValue(chosen);
      }}
    />
  );
}

test('nothing is chosen for the person before they choose', async () => {
  const host = await show(<Statement told={[]} />);
  expect(host.querySelectorAll('input:checked')).toHaveLength(0);
});

test('arrows walk from score to score, over the bands, to leaving it out', async () => {
  const told: ScaleValue[] = [];
  await show(<Statement first={3} told={told} />);
  await userEvent.tab();
  await expect.element(page.getByRole('radio', { name: '3, Auf dem Weg' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}{ArrowDown}');
  expect(told).toEqual([4, 5, 6, LEFT_OUT]);
  await expect.element(page.getByRole('radio', { name: 'Diese Frage auslassen' })).toBeChecked();
});

test('the space bar takes the score in focus', async () => {
  const told: ScaleValue[] = [];
  await show(<Statement told={told} />);
  await userEvent.tab();
  await userEvent.keyboard(' ');
  expect(told).toEqual([1]);
});

test('a score says its band, and what that band is like', async () => {
  await show(<Statement told={[]} />);
  await expect
    .element(page.getByRole('radio', { name: '6, Ausgezeichnet' }))
    .toHaveAccessibleDescription('Ich kann es immer zeigen. Meine Stärken werden ganz genutzt.');
});

test('every target is at least 48 px wide and high', async () => {
  const host = await show(<Statement told={[]} />);
  for (const input of host.querySelectorAll('input')) {
    const { width, height } = input.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(48);
  }
});

test('the focus can be seen', async () => {
  const host = await show(<Statement told={[]} />);
  await userEvent.tab();
  const focused = host.querySelector('input:focus-visible');
  if (focused === null) throw new Error('no focus');
  expect(getComputedStyle(focused).outlineStyle).toBe('solid');
});
