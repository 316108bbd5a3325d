/** What a phone kept of its connections, read by a newer app. */
import { expect, test } from 'vitest';
import { settingsOf } from '../../../../src/app/sync/settings-of.ts';
import { hubProfile } from '../../../../src/sync/protocol/profiles/hub.ts';
import { hubSettings } from '../../../support/connected-app.ts';

const { batch } = hubProfile.create;
const older = {
  ...hubProfile,
  create: { ...hubProfile.create, ...(batch && { batch: { ...batch, versions: 100 } }) },
};

test('a hub joined with an older app is spoken to as this one does', () => {
  const kept = { ...hubSettings('participant', []), profile: older };
  expect(settingsOf({ settings: kept })?.profile).toEqual(hubProfile);
});

test('the profile of any other server stays as the person chose it', () => {
  const { member: _, ...own } = { ...hubSettings('participant', []), profile: older };
  expect(settingsOf({ settings: own })?.profile).toEqual(older);
});

test('what a newer app kept is nothing to this one', () => {
  expect(settingsOf({ settings: { name: 7 } })).toBeNull();
});
