/** A dialog keeps the focus, leaves on Escape, gives the focus back, and a stray tap cannot lose anything. */
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../src/ui/parts/button.tsx';
import { ConfirmDialog, Dialog } from '../../../src/ui/parts/dialog.tsx';
import { TextField } from '../../../src/ui/parts/field.tsx';
import { show } from './stage.tsx';

function Note({ lightDismiss }: { lightDismiss?: boolean }) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  return (
    <main>
      <Button onClick={() => setOpen(true)}>Notiz schreiben</Button>
      <Dialog open={open} title="Notiz" onClose={() => setOpen(false)} lightDismiss={lightDismiss}>
        <TextField label="Worte" value={words} onInput={setWords} />
      </Dialog>
    </main>
  );
}

const opener = () => page.getByRole('button', { name: 'Notiz schreiben' });
const dialog = () => page.getByRole('dialog', { name: 'Notiz' });

/** A tap in the top left corner of the window, beside the dialog. */
const tapBeside = () => {
  const element = document.elementFromPoint(2, 2);
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 2, clientY: 2 }));
};

test('Escape leaves it and the focus goes back to what opened it', async () => {
  await show(<Note />);
  await opener().click();
  await expect.element(dialog()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(opener()).toHaveFocus();
});

test('it opens again after Escape', async () => {
  await show(<Note />);
  await opener().click();
  await userEvent.keyboard('{Escape}');
  await expect.element(opener()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog()).toBeVisible();
});

test('what lies under it cannot be reached with Tab', async () => {
  await show(<Note />);
  await opener().click();
  for (let presses = 0; presses < 4; presses += 1) {
    await userEvent.tab();
    expect(document.activeElement?.textContent).not.toBe('Notiz schreiben');
  }
});

test('the cross has a name and closes it', async () => {
  await show(<Note />);
  await opener().click();
  await page.getByRole('button', { name: 'Schließen' }).click();
  await expect.element(dialog()).not.toBeInTheDocument();
});

test('a tap beside it closes only where nothing can be lost', async () => {
  await show(<Note />);
  await opener().click();
  tapBeside();
  await expect.element(dialog()).toBeVisible();
});

test('a tap beside it closes a dialog that allows it', async () => {
  await show(<Note lightDismiss />);
  await opener().click();
  tapBeside();
  await expect.element(dialog()).not.toBeInTheDocument();
});

test('erasing is asked with the focus on the way out', async () => {
  let erased = 0;
  await show(
    <ConfirmDialog
      open
      danger
      title="Für immer löschen?"
      confirmLabel="Löschen"
      cancelLabel="Behalten"
      onConfirm={() => {
        erased += 1;
      }}
      onCancel={() => {}}
    >
      <p>Die Worte und das Foto sind dann weg.</p>
    </ConfirmDialog>,
  );
  await expect.element(page.getByRole('button', { name: 'Behalten' })).toHaveFocus();
  await page.getByRole('button', { name: 'Löschen' }).click();
  expect(erased).toBe(1);
});
