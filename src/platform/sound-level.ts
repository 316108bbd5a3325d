/** How loud a microphone is just now. */

export interface Meter {
  /** 0 is silence, 1 as loud as it gets. */
  level(): number;
  close(): void;
}

/** Speech at arm's length has a root mean square of about 0.1; this brings it to the upper half of the scale. */
const gain = 5;

/** A meter on the stream; one that always says 0 where the browser cannot measure. Close it when done. */
export function meterOf(stream: MediaStream): Meter {
  if (!('AudioContext' in globalThis)) return { level: () => 0, close: () => undefined };
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  // Begun by a tap, but the question for the microphone came between.
  if (context.state === 'suspended') void context.resume();
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      let sum = 0;
      for (const sample of samples) sum += sample * sample;
      return Math.min(1, Math.sqrt(sum / samples.length) * gain);
    },
    close() {
      if (context.state !== 'closed') void context.close();
    },
  };
}
