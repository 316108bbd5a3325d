/** What others made on their phones, as it arrives through sync: applied to the store just as it came. */
import type { RecordKind } from '../../src/core/define-record.ts';
import type { Environment } from '../../src/core/environment.ts';
import { createId } from '../../src/core/ids.ts';
import type { Store } from '../../src/core/store.ts';
import type { Version } from '../../src/core/version.ts';
import { person } from '../../src/features/people/model/person.ts';

interface Made {
  kind: RecordKind;
  subject: string;
  author: Version['author'];
  body: unknown;
  /** A new one when left out. */
  id?: string;
  /** A day or moment; the moment of now when left out. */
  occurredAt?: string;
  /** Instead of the first version: the one made on top of this. */
  from?: Version;
}

interface Here {
  store: Pick<Store, 'apply'>;
  environment: Environment;
}

/** Lets a shared version of somebody else's arrive. */
export async function arrive({ store, environment }: Here, made: Made): Promise<Version> {
  const { kind, subject, author, body, from } = made;
  const id = from?.id ?? made.id ?? createId(environment);
  const recordedAt = new Date(environment.now()).toISOString();
  const stamp = environment.now().toString(16).padStart(12, '0');
  const count = from ? Number.parseInt(from.rev.slice(13, 17), 16) + 1 : 0;
  const version: Version = {
    id,
    rev: `${stamp}-${count.toString(16).padStart(4, '0')}-otherphone`,
    base: from?.rev ?? null,
    kind: kind.kind,
    schema: kind.schema,
    subject,
    author,
    occurredAt: made.occurredAt ?? recordedAt,
    recordedAt,
    audience: 'team',
    body,
  };
  const outcome = await store.apply([version]);
  if (outcome.status !== 'applied' || outcome.added !== 1) throw new Error(JSON.stringify(outcome));
  return version;
}

/** Somebody who shared their name. Gives the id of the person. */
export async function meet(
  here: Here,
  name: string,
  role: Version['author']['role'] = 'participant',
): Promise<string> {
  const id = createId(here.environment);
  const body = { name, roles: [role], languages: ['en'] };
  await arrive(here, { kind: person, id, subject: id, author: { id, role }, body });
  return id;
}
