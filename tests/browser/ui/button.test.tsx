import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Button, type ButtonKind } from '../../../src/ui/parts/button.tsx';
import { show } from './stage.tsx';

const kinds: ButtonKind[] = ['primary', 'secondary', 'quiet', 'danger'];

test.each(kinds)('off or busy, a %s button looks the same under the pointer', async (kind) => {
  await show(
    <>
      <Button kind={kind} busy>
        Busy
      </Button>
      <Button kind={kind} disabled>
        Off
      </Button>
    </>,
  );
  for (const name of ['Busy', 'Off']) {
    const button = page.getByRole('button', { name });
    const look = () => {
      const { backgroundColor, color, cursor } = getComputedStyle(button.element());
      return { backgroundColor, color, cursor };
    };
    const before = look();
    expect(before.cursor).toBe(name === 'Busy' ? 'progress' : 'default');
    await button.hover({ force: true });
    expect(button.element().matches(':hover')).toBe(true);
    await Promise.all(
      button
        .element()
        .getAnimations()
        .map(({ finished }) => finished),
    );
    expect(look()).toEqual(before);
    await button.unhover();
  }
});
