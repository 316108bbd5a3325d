/** The quiet line on top can be hit by a thumb, however little it says. */
import { expect, test } from 'vitest';
import { OnPhoneIcon } from '../../../src/ui/icons/state.tsx';
import { TopLine } from '../../../src/ui/parts/top-line.tsx';
import { show } from './stage.tsx';

test('also before anything is known it is large enough to be tapped', async () => {
  const host = await show(<TopLine icon={OnPhoneIcon} label="…" href="/sync" />);
  const { width, height } = host.querySelector('a')?.getBoundingClientRect() ?? {};
  expect(width).toBeGreaterThanOrEqual(48);
  expect(height).toBeGreaterThanOrEqual(48);
});
