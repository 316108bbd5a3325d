/** What an outbox row says of its version, so that the order of sending and who is to have it need no other row. */

export interface Addressed {
  id: string;
  kind: string;
  subject: string;
}

/** A person or a project is about itself, and others refer to it: it goes `first`. */
export function addressOf({ id, kind, subject }: Addressed): Addressed & { first?: 1 } {
  return { id, kind, subject, ...(id === subject && { first: 1 }) };
}
