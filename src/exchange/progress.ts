/** How far an export or an import has come. */
export interface Progress {
  stage: 'records' | 'attachments';
  done: number;
  /** null while it is not known. */
  total: number | null;
}
