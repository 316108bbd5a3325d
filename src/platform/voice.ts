/** Recording a voice with the phone's microphone. */
import type { VoiceOutcome, VoicePiece, VoiceTake } from '../core/device.ts';
import { meterOf } from './sound-level.ts';
import { soundType, type VoiceEdge } from './voice-edge.ts';

/** Enough for speech: three minutes are about 700 kB. */
const bitsPerSecond = 32_000;

/** A kill, or a recorder that breaks off, costs no more than this. */
const pieceMs = 2000;

/**
 * Asks for the microphone and starts recording. It ends by itself after `limitMs`, and when the app goes out of sight
 * or the microphone is taken away, since a phone may kill what it does not show; `stop()` then gives what was said.
 */
export async function recordVoice(limitMs: number, edge: VoiceEdge): Promise<VoiceOutcome> {
  let stream: MediaStream;
  try {
    stream = await edge.devices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
  } catch (error) {
    return refusal(error);
  }
  try {
    return { status: 'recording', take: startTake(stream, limitMs, edge) };
  } catch (error) {
    release(stream);
    return { status: 'failed', why: String(error) };
  }
}

function refusal(error: unknown): VoiceOutcome {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return { status: 'denied' };
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return { status: 'no-microphone' };
  return { status: 'failed', why: String(error) };
}

function startTake(stream: MediaStream, limitMs: number, edge: VoiceEdge): VoiceTake {
  const type = soundType();
  const recorder = new MediaRecorder(stream, {
    ...(type === undefined ? {} : { mimeType: type }),
    audioBitsPerSecond: bitsPerSecond,
  });
  const meter = meterOf(stream);
  const pieces: VoicePiece[] = [];
  let began = edge.now();
  let askedToStop = false;
  let endedByItself = false;
  let tell: (() => void) | null = null;
  let hear: ((piece: VoicePiece) => void) | null = null;

  const lengthNow = () => Math.round(Math.min(edge.now() - began, limitMs));
  const mediaType = () => (recorder.mimeType || type || '').split(';', 1)[0] ?? '';

  const finished = new Promise<{ bytes: ArrayBuffer; type: string; ms: number }>((resolve, reject) => {
    recorder.addEventListener('stop', () => {
      const ms = lengthNow();
      clean();
      endedByItself = !askedToStop;
      if (endedByItself) tell?.();
      const whole = new Blob(pieces.map(({ bytes }) => bytes));
      whole.arrayBuffer().then((bytes) => resolve({ bytes, type: mediaType(), ms }), reject);
    });
  });

  const end = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const endWhenHidden = () => {
    if (edge.page.visibilityState === 'hidden') end();
  };
  function clean(): void {
    clearTimeout(limit);
    edge.page.removeEventListener('visibilitychange', endWhenHidden);
    meter.close();
    release(stream);
  }

  recorder.addEventListener('start', () => (began = edge.now()));
  recorder.addEventListener('dataavailable', (event) => {
    if (event.data.size === 0) return;
    const piece = {
      bytes: event.data,
      type: mediaType(),
      ms: lengthNow(),
      last: recorder.state === 'inactive',
    };
    pieces.push(piece);
    hear?.(piece);
  });
  edge.page.addEventListener('visibilitychange', endWhenHidden);
  const limit = setTimeout(end, limitMs);
  recorder.start(pieceMs);

  return {
    stop() {
      askedToStop = true;
      end();
      return finished;
    },
    cancel() {
      askedToStop = true;
      end();
    },
    level: () => meter.level(),
    onLimit(ended) {
      tell = ended;
      if (endedByItself) ended();
    },
    onPiece(heard) {
      hear = heard;
      for (const piece of pieces) heard(piece);
    },
  };
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
