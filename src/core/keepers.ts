/** Who works with others, and so sees their people first. A role changes what is seen first, never what may be done. */
import type { Role } from './version.ts';

const keepers: readonly Role[] = ['worker', 'trainer', 'assessor', 'coordinator'];

/** Whether somebody in this role keeps records about others. */
export function worksWithOthers(role: Role): boolean {
  return keepers.includes(role);
}
