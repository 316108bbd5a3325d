/** A profile as a file to hand on. No login is in it. */
import type { Profile } from '../../sync/protocol/profile.ts';

export function profileText(profile: Profile): string {
  return `${JSON.stringify(profile, null, 2)}\n`;
}

export function profileFile(profile: Profile): File {
  const name = profile.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return new File([profileText(profile)], `plotline-profile-${name}.json`, { type: 'application/json' });
}
