/** What is there of a photo or recording, for whoever may see a version that refers to it. */
import * as z from 'zod/mini';
import type { Database, Transaction } from '../database/database.ts';
import { asMember } from '../member.ts';
import type { Token } from '../secrets.ts';

/** Whether a version that this member may see refers to it: the policies answer for the member. */
export async function refersTo(
  transaction: Transaction,
  organisationId: string,
  sha256: string,
): Promise<boolean> {
  const found = await transaction.query(
    z.object({ one: z.number() }),
    'select 1 as one from plotline.version_attachments where organisation_id = $1 and sha256 = $2 limit 1',
    [organisationId, sha256],
  );
  return found.length > 0;
}

const stateSchema = z.object({ total: z.number(), received: z.number(), complete: z.boolean() });
export type AttachmentState = z.infer<typeof stateSchema>;

/** Null where nothing of it is there, or nothing that this member may see. */
export async function attachmentState(
  database: Database,
  token: Token,
  sha256: string,
): Promise<AttachmentState | null> {
  return asMember(database, token, null, async (transaction, member) => {
    const [state] = await transaction.query(
      stateSchema,
      `select total::float8 as total, received::float8 as received, complete
       from plotline.attachments where organisation_id = $1 and sha256 = $2`,
      [member.organisationId, sha256],
    );
    return state ?? null;
  });
}

/** The bytes from `from` up to `to` (not included), part by part as they are read. Errors where it goes away meanwhile. */
export function attachmentBytes(
  database: Database,
  token: Token,
  sha256: string,
  { from, to }: { from: number; to: number },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = from;
  return new ReadableStream({
    async pull(controller) {
      if (at >= to) return controller.close();
      const part = await asMember(database, token, null, async (transaction, member) => {
        const [found] = await transaction.query(
          z.object({ at: z.number(), content: z.instanceof(Uint8Array) }),
          `select at::float8 as at, content from plotline.attachment_parts
           where organisation_id = $1 and sha256 = $2 and at <= $3 order by attachment_parts.at desc limit 1`,
          [member.organisationId, sha256, at],
        );
        return found;
      });
      const bytes = part?.content.subarray(at - part.at, to - part.at);
      if (!bytes || bytes.length === 0) throw new Error('an attachment went away while it was read');
      at += bytes.length;
      controller.enqueue(new Uint8Array(bytes));
    },
  });
}
