/** What is shown for a while stands over nothing that is to be pressed next. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Announcer, useAnnounce } from '../../../src/ui/parts/announcer.tsx';
import { Button } from '../../../src/ui/parts/button.tsx';
import { Frame } from '../../../src/ui/parts/frame.tsx';
import { Screen } from '../../../src/ui/parts/screen.tsx';
import { show } from './stage.tsx';

function Saving({ buttons }: { buttons: readonly string[] }) {
  const announce = useAnnounce();
  return (
    <Screen
      title="Garten"
      actions={buttons.map((words) => (
        <Button
          key={words}
          onClick={() => announce('Gespeichert. Es ist sicher auf diesem Handy.', { shown: true })}
        >
          {words}
        </Button>
      ))}
    >
      <p>Worte</p>
    </Screen>
  );
}

test.each([
  ['one button', ['Speichern']],
  ['two, one above the other', ['Noch etwas dazu hinzufügen', 'Mehr darüber erzählen']],
])('over no button: %s', async (_what, buttons) => {
  await page.viewport(360, 640);
  await show(
    <Announcer>
      <Frame>
        <Saving buttons={buttons} />
      </Frame>
    </Announcer>,
  );
  await page.getByRole('button').last().click();
  const toast = page.getByText('Gespeichert. Es ist sicher auf diesem Handy.');
  await expect.element(toast).toBeVisible();
  const tops = page
    .getByRole('button')
    .elements()
    .map((button) => button.getBoundingClientRect().top);
  expect(toast.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(Math.min(...tops));
});
