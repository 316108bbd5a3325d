/** Does every field for free words ask to leave out what could harm people? */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createId } from '../../../src/core/ids.ts';
import { addAction } from '../../../src/features/actions/data.ts';
import { blankFields } from '../../../src/features/actions/model/action-draft.ts';
import { keepAsset, newAsset } from '../../../src/features/assets/data.ts';
import { showScreen, type OwnStage } from '../../support/own-stage.tsx';
import { openOwnVault, type OwnVault } from '../../support/own-vault.ts';
import { saved } from '../../support/vault.ts';

let phone: OwnVault;
let shown: OwnStage;
beforeEach(async () => {
  phone = await openOwnVault();
});
afterEach(() => {
  shown.clear();
  phone.vault.close();
});

/** Names of the fields for longer words, and of those beside them, that do not ask for it. */
async function silentFields(path: string, also = 'textarea'): Promise<string[]> {
  shown = await showScreen({ phone, path });
  await expect.element(page.getByRole('textbox').first()).toBeVisible();
  const fields = [...shown.host.querySelectorAll(also)];
  expect(fields.length).toBeGreaterThan(0);
  return fields.flatMap((field) => {
    const hints = (field.getAttribute('aria-describedby') ?? '').split(' ');
    const said = hints.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const label = shown.host.querySelector(`label[for="${field.id}"]`)?.textContent ?? field.id;
    return said.includes('Leave out people’s health, trouble with the law and origin.') ? [] : [label];
  });
}

test('what is to be done, the answer to it and how it went', async () => {
  const fields = { ...blankFields, what: 'Small gloves', owner: 'project' as const };
  const draft = { id: createId(phone.environment), fields, audience: 'me' as const };
  const { id } = saved(await addAction(phone.vault, draft));
  for (const path of ['/actions/add', `/action/${id}/answer`, `/action/${id}/outcome`]) {
    expect(await silentFields(path)).toEqual([]);
    shown.clear();
  }
});

test('what one can do, and all that can be told about it', async () => {
  const draft = {
    ...newAsset(phone.environment),
    what: 'Sowing',
    part: 'hand' as const,
    priorLearning: true,
  };
  const { id } = saved(await keepAsset(phone.vault, draft));
  expect(await silentFields('/assets/add', 'input[name=what]')).toEqual([]);
  shown.clear();
  expect(await silentFields(`/asset/${id}/edit`)).toEqual([]);
});
