/** An answer's body, read to its end or to where it was cut, and never more than a limit. */
import type { Heard } from '../protocol/classify.ts';

/** `cut`: it ended too early or was longer than anything that is waited for. */
export interface ReadAnswer {
  heard: Heard;
  bytes: Uint8Array<ArrayBuffer>;
  cut: boolean;
}

/** More than a page of versions or an attachment can be. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Never rejects. `alive` is called with each piece that comes. */
export async function readAnswer(response: Response, alive: () => void): Promise<ReadAnswer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let cut = false;
  const reader = response.body?.getReader();
  try {
    for (let piece = await reader?.read(); piece?.value && !cut; piece = await reader?.read()) {
      alive();
      pieces.push(piece.value);
      length += piece.value.byteLength;
      cut = length > MOST_BYTES;
    }
  } catch {
    cut = true;
  }
  if (cut) void reader?.cancel().catch(() => undefined);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return { heard: heardOf(response, bytes), bytes, cut };
}

/** Text and JSON are made only when asked for: most attachments are neither. */
function heardOf({ status, headers }: Response, bytes: Uint8Array): Heard {
  let text: string | undefined;
  let json: { value: unknown } | undefined;
  const heard: Heard = {
    status,
    header: (name) => headers.get(name),
    get text() {
      text ??= new TextDecoder().decode(bytes);
      return text;
    },
    get json() {
      json ??= { value: parsed(heard.text) };
      return json.value;
    },
  };
  return heard;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
