/** The ports to the phone itself. `platform/` implements them; parts of the interface get them from the services. */
import type { OneAtATime } from './one-at-a-time.ts';

/** Reading aloud. `available(language)` is false where there is no voice: then no button is shown. */
export interface Speech {
  available(language: string): boolean;
  /** Called when the list of voices changes; returns a way to stop listening. */
  onChange(changed: () => void): () => void;
  /** Resolves when finished or stopped. A new call stops the one before. */
  speak(text: string, language: string): Promise<void>;
  stop(): void;
}

export type PhotoOutcome =
  | { status: 'taken'; bytes: ArrayBuffer; type: string; width: number; height: number }
  /** Not a picture this phone can read. */
  | { status: 'unreadable' };

/** What was recorded since the piece before. */
export interface VoicePiece {
  bytes: Blob;
  /** Media type of the whole. */
  type: string;
  /** Length of the whole up to here. */
  ms: number;
  /** True for what came with the end: nothing follows. */
  last: boolean;
}

/** A recording under way. */
export interface VoiceTake {
  /** Ends the recording and gives the sound. */
  stop(): Promise<{ bytes: ArrayBuffer; type: string; ms: number }>;
  /** Ends it and throws the sound away. */
  cancel(): void;
  /** Loudness now, 0 to 1. */
  level(): number;
  /** Called once when the longest time is over and it stopped by itself. */
  onLimit(ended: () => void): void;
  /** Called with each piece as it comes, with those that came before at once. All together are what `stop` gives. */
  onPiece(hear: (piece: VoicePiece) => void): void;
}

export type VoiceOutcome =
  | { status: 'recording'; take: VoiceTake }
  | { status: 'denied' }
  | { status: 'no-microphone' }
  | { status: 'failed'; why: string };

export interface Device {
  speech: Speech;
  /** True where the phone can record at all. */
  canRecord(): boolean;
  /** Starts recording after asking for the microphone. `limitMs` is the longest time. */
  record(limitMs: number): Promise<VoiceOutcome>;
  /** Makes a picked or taken picture small (longest side ≤ `maxSide` px) and free of metadata. */
  shrinkPhoto(file: Blob, maxSide: number): Promise<PhotoOutcome>;
  /** What only one window may do at a time, by its name. */
  oneAtATime(name: string): Promise<OneAtATime>;
  /** Hands a file to the person: the system's share sheet where it takes files, else a download. */
  saveFile(file: File): Promise<'shared' | 'downloaded' | 'cancelled'>;
}
