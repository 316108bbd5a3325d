/** Where a record is changed by its author. A test holds it against the list of screens. */

const withForm = new Set(['action', 'asset', 'conversation', 'reading', 'reflection']);

/** Null for a kind that has no form of its own. */
export function editPlace({ id, kind }: { id: string; kind: string }): string | null {
  if (kind === 'person') return '/me';
  return withForm.has(kind) ? `/${kind}/${id}/edit` : null;
}
