/** A sound any browser plays: a WAV file of silence. */

const rate = 8000;

/** `ms` milliseconds of silence, 8 bit, one channel. */
export function waveSound(ms: number): ArrayBuffer {
  const samples = Math.round((ms / 1000) * rate);
  const view = new DataView(new ArrayBuffer(44 + samples));
  const write = (at: number, letters: string) => {
    for (const [n, byte] of new TextEncoder().encode(letters).entries()) view.setUint8(at + n, byte);
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, samples, true);
  for (let at = 44; at < view.byteLength; at++) view.setUint8(at, 128);
  return view.buffer;
}
