/** What erasing a record takes along, counted for the person before they decide. Pure. */
import type { AttachmentRef, RecordKind } from '../../core/define-record.ts';
import type { Found } from '../../core/store.ts';

export interface WhatGoes {
  versions: number;
  photos: number;
  recordings: number;
}

/** Counts every version, readable or not, and each photo and recording once, also those only earlier versions had. */
export function whatGoes(history: readonly Found[], kind: RecordKind | undefined): WhatGoes {
  const refs = new Map<string, AttachmentRef>();
  for (const found of history) {
    if (found.status !== 'ok' || found.version.removed === 'erased') continue;
    for (const ref of kind?.attachments(found.version.body) ?? []) refs.set(ref.sha256, ref);
  }
  const recordings = [...refs.values()].filter((ref) => ref.type.startsWith('audio/')).length;
  return { versions: history.length, photos: refs.size - recordings, recordings };
}
