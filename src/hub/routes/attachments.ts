/** Photos and recordings by the SHA-256 of their bytes: `/v1/attachments/{sha256}`. */
import { Hono, type Context } from 'hono';
import { tokenOf, type Api } from '../api.ts';
import { attachmentBytes, attachmentState } from '../attachments/attachment-state.ts';
import { storeAttachment, type Incoming } from '../attachments/store-attachment.ts';
import { Refused } from '../problem.ts';

export function attachmentRoutes({ database, limits, metrics }: Api): Hono {
  const routes = new Hono();

  routes.put('/v1/attachments/:sha256', async (context) => {
    const token = tokenOf(context);
    const incoming = readIncoming(context, limits.attachment);
    const outcome = await storeAttachment(database, token, incoming);
    switch (outcome.status) {
      case 'complete':
        if (outcome.fresh) metrics.attachmentBytes('in', incoming.total);
        return context.body(null, outcome.fresh ? 201 : 200);
      case 'part':
        return context.body(null, 204, { 'Upload-Offset': String(outcome.offset) });
      case 'does-not-fit':
        throw new Refused(
          'does-not-fit',
          `Only ${outcome.offset} bytes of this are here; go on from there.`,
          {
            headers: { 'Upload-Offset': String(outcome.offset) },
          },
        );
      case 'wrong':
        throw new Refused('wrong-contents', 'These bytes are not what their name says. They were not kept.');
      case 'too-long':
        throw new Refused('malformed', 'More bytes came than were announced.');
      case 'unreferenced':
        throw new Refused(
          'not-allowed',
          'No record that you may write refers to this. Send the record first.',
          {
            headers: { Connection: 'close' },
          },
        );
    }
  });

  // Hono answers HEAD with the headers of GET, and without a body.
  routes.get('/v1/attachments/:sha256', async (context) => {
    const token = tokenOf(context);
    const sha256 = readName(context);
    const state = await attachmentState(database, token, sha256);
    if (!state?.complete) {
      const headers: Record<string, string> = state ? { 'Upload-Offset': String(state.received) } : {};
      throw new Refused('not-found', state ? 'This is not here whole yet.' : 'This is not here.', {
        headers,
      });
    }
    const range = readRange(context.req.header('Range'), state.total);
    const headers: Record<string, string> = {
      // What it is, the record says. Nothing is ever run or shown from here.
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment',
      'Cache-Control': 'private, no-store',
      'Accept-Ranges': 'bytes',
      ETag: `"${sha256}"`,
    };
    if (range === 'none') {
      return context.body(null, 416, { ...headers, 'Content-Range': `bytes */${state.total}` });
    }
    const { from, to } = range ?? { from: 0, to: state.total };
    headers['Content-Length'] = String(to - from);
    if (range) headers['Content-Range'] = `bytes ${from}-${to - 1}/${state.total}`;
    if (context.req.method === 'HEAD') return new Response(null, { status: 200, headers });
    metrics.attachmentBytes('out', to - from);
    return new Response(attachmentBytes(database, token, sha256, { from, to }), {
      status: range ? 206 : 200,
      headers,
    });
  });

  return routes;
}

function readName(context: Context): string {
  const name = context.req.param('sha256') ?? '';
  if (!/^[0-9a-f]{64}$/.test(name)) {
    throw new Refused(
      'malformed',
      'A photo or recording is named by the SHA-256 of its bytes, in small letters.',
    );
  }
  return name;
}

function readIncoming(context: Context, most: number): Incoming {
  const sha256 = readName(context);
  const body = context.req.raw.body;
  const range = context.req.header('Content-Range');
  if (range === undefined) {
    const length = context.req.header('Content-Length');
    if (length === undefined || !/^\d+$/.test(length)) {
      throw new Refused('malformed', 'How long it is must be said, in Content-Length or Content-Range.');
    }
    return within({ sha256, from: 0, to: Number(length), total: Number(length), body }, most);
  }
  const [, from, last, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(range) ?? [];
  if (Number(from) > Number(last) || !(Number(last) < Number(total))) {
    throw new Refused('malformed', 'Content-Range must say where the part goes: bytes 0-99/250.');
  }
  return within({ sha256, from: Number(from), to: Number(last) + 1, total: Number(total), body }, most);
}

function within(incoming: Incoming, most: number): Incoming {
  if (incoming.total <= most) return incoming;
  throw new Refused('too-large', `Too large: ${Math.floor(most / 1024)} KiB at most.`);
}

/** The one range that was asked for; null for the whole; 'none' where nothing of it is there. Several are given as the whole. */
function readRange(header: string | undefined, total: number): { from: number; to: number } | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, total - Number(last)) : Number(first);
  const to = first === '' || last === '' ? total : Math.min(total, Number(last) + 1);
  return from < to ? { from, to } : 'none';
}
