/** What recording needs of the browser, and whether it is there: known before anything of it is loaded. */

/** What recording needs of the browser. */
export interface VoiceEdge {
  devices: Pick<MediaDevices, 'getUserMedia'>;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  /** Where leaving the app is heard of. */
  page: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
}

/** Small and playable, in the order of preference. Safari before 18.4 knows only the second. */
const soundTypes = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** The browser's own, or null where it cannot record (too old, or not on a safe address). */
export function browserVoice(): VoiceEdge | null {
  if (!('MediaRecorder' in globalThis) || soundType() === undefined) return null;
  if (!('mediaDevices' in navigator)) return null;
  return { devices: navigator.mediaDevices, now: () => performance.now(), page: document };
}

/** The first of them that this browser records. */
export function soundType(): string | undefined {
  return soundTypes.find((type) => MediaRecorder.isTypeSupported(type));
}
