/** The profiles that come with the app can be worked with. */
import { expect, test } from 'vitest';
import { readProfile } from '../../../src/sync/protocol/read-profile.ts';
import { readyProfiles } from '../../../src/sync/protocol/ready-profiles.ts';

test.each(readyProfiles.map((profile) => [profile.name, profile] as const))(
  '%s is a valid profile',
  (_, profile) => {
    const copy: unknown = JSON.parse(JSON.stringify(profile));
    expect(readProfile(copy)).toEqual({ status: 'profile', profile });
  },
);
