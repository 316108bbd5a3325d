/** Versions whose contents trip what keeps them: found one by one, once a page could not be made ready. */
import { canonicalJson } from '../core/canonical-json.ts';
import { isTooDeep } from '../core/nesting.ts';
import type { SetAside, SyncStore } from '../core/sync-store.ts';
import type { Version } from '../core/version.ts';
import { attachmentNames } from './attachment-names.ts';
import { attachmentRefs } from './attachment-refs.ts';

export type TakenPage = Parameters<SyncStore['takeIn']>[1];

/** The same page with those set aside; null where there are none, and so the page is not to blame. */
export function withoutUnkeepable(page: TakenPage, at: string): TakenPage | null {
  const aside: SetAside[] = [];
  const versions = page.versions.filter((version) => {
    const why = unkeepable(version);
    if (why !== null) aside.push({ key: `${version.id}_${version.rev}`, why, raw: version, at });
    return why === null;
  });
  return aside.length > 0 ? { ...page, versions, setAside: [...page.setAside, ...aside] } : null;
}

/** Why, or null: all is done to it that needs no database. */
function unkeepable(version: Version): string | null {
  if (isTooDeep(version)) return 'nested too deep';
  try {
    canonicalJson(version);
    attachmentNames(version.body);
    attachmentRefs(version.body);
    return null;
  } catch (error) {
    return String(error);
  }
}
