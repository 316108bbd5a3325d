/** Photos and recordings as files named by their hash; sent on from where a cut left off, where the endpoint can. */
import type { Answer, AttachmentPort } from '../protocol/endpoint.ts';
import type { Attachments } from '../protocol/profile-parts.ts';
import type { Ask, Told } from './ask.ts';
import { hasHash } from './has-hash.ts';

type Files = Attachments & { by: 'put' };
type Got = Awaited<ReturnType<AttachmentPort['get']>>;

/** How often in one go the endpoint may say that it stands elsewhere. */
const RESUMES = 3;
const unproven: Answer = { outcome: 'retry', why: 'its contents came back other than they were' };

export function createFilePort(files: Files, ask: Ask): AttachmentPort {
  const accept = { accept: '*/*' };

  /** How far the endpoint says that it has come; undefined where it does not say. */
  function offsetIn({ heard }: Told, most: number): number | undefined {
    const said = files.resume && heard?.header(files.resume.offset);
    return said && /^\d{1,15}$/.test(said) ? Math.min(Number(said), most) : undefined;
  }

  async function get(sha256: string, have: Uint8Array<ArrayBuffer>): Promise<Got> {
    const part = files.range === true && have.byteLength > 0;
    const headers = { ...accept, ...(part && { range: `bytes=${have.byteLength}-` }) };
    const { answer, heard, bytes, cut } = await ask('attachment', files.get, { values: { sha256 }, headers });
    // It has nothing after what is here: that is all of it, or something else.
    if (part && heard?.status === 416) {
      return (await hasHash(have, sha256))
        ? { ...answer, outcome: 'ok', content: have, complete: true }
        : get(sha256, nothing);
    }
    if (!heard || !bytes || heard.status < 200 || heard.status > 299) return answer;
    if (!cut && answer.outcome !== 'ok') return answer;
    const goesOn = heard.status === 206 && continues(heard.header('content-range'), have.byteLength);
    if (heard.status === 206 && !goesOn) return part ? get(sha256, nothing) : { ...answer, outcome: 'retry' };
    const content = goesOn ? joined(have, bytes) : bytes;
    if (cut) return { ...answer, content };
    if (await hasHash(content, sha256)) return { ...answer, content, complete: true };
    // What was here before may be at fault.
    return goesOn && have.byteLength > 0 ? get(sha256, nothing) : { ...answer, ...unproven };
  }

  async function proven(sha256: string, answer: Answer): Promise<Answer> {
    return files.verify === 'server' ? answer : readBack(sha256, answer);
  }

  async function readBack(sha256: string, answer: Answer): Promise<Answer> {
    const back = await get(sha256, nothing);
    if (back.complete) return answer;
    return back.outcome === 'ok'
      ? { ...back, ...unproven }
      : { ...back, outcome: back.outcome === 'auth' ? 'auth' : 'retry' };
  }

  return {
    get,
    has: async (sha256, bytes) => {
      const told = await ask('attachment', files.has, { values: { sha256 }, headers: accept });
      const { answer, heard } = told;
      if (answer.outcome === 'missing') return { ...answer, offset: offsetIn(told, bytes) ?? 0 };
      if (answer.outcome !== 'ok') return answer;
      const length = heard?.header('content-length');
      // Another length is a file that was cut: it is sent anew, from the start.
      if (length && Number(length) !== bytes) return { ...answer, outcome: 'missing', offset: 0 };
      // A bare 200 may be a hotspot's: where the server vouches, it names the hash; where it does not, it is read back.
      if (files.verify === 'server' && heard?.header('etag')?.includes(sha256))
        return { ...answer, complete: true };
      const proof = await readBack(sha256, answer);
      if (proof.outcome === 'ok') return { ...answer, complete: true };
      return proof.outcome === 'retry' && proof.why === unproven.why
        ? { ...answer, outcome: 'missing', offset: 0 }
        : proof;
    },
    put: async (sha256, content, type, offset, progress) => {
      const total = content.byteLength;
      const size = files.resume?.bytes ?? total;
      let at = files.resume ? Math.min(offset, total) : 0;
      for (let resumes = 0; ;) {
        const end = Math.min(at + size, total);
        const whole = at === 0 && end === total;
        const told = await ask('attachment', files.put, {
          values: { sha256, type, offset: at },
          content: { bytes: new Uint8Array(content, at, end - at), type },
          ...(!whole && { headers: { 'content-range': `bytes ${at}-${end - 1}/${total}` } }),
        });
        const stands = offsetIn(told, total);
        if (told.answer.outcome === 'ok' || told.answer.outcome === 'exists') {
          at = stands ?? end;
          progress?.(at);
          if (end === total && (stands === undefined || stands === total)) {
            return proven(sha256, { ...told.answer, outcome: 'ok' });
          }
          if (stands !== undefined && stands < end) resumes += 1;
        } else if (stands !== undefined && stands !== at && told.heard?.status === 409) {
          at = stands;
          resumes += 1;
        } else {
          return told.answer;
        }
        if (resumes > RESUMES) return { ...told.answer, outcome: 'retry' };
      }
    },
  };
}

const nothing = new Uint8Array(0);

function continues(range: string | null, from: number): boolean {
  return range !== null && range.startsWith(`bytes ${from}-`);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.byteLength + second.byteLength);
  whole.set(first);
  whole.set(second, first.byteLength);
  return whole;
}
