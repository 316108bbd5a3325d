/** Hands a file to the person: the share sheet on a phone, a download elsewhere. */

/** What handing over needs of the browser; the real one unless a test says otherwise. */
export interface SaveEdge {
  /** True on phones and tablets, where a share sheet is what people expect. */
  handheld: boolean;
  canShare(data: ShareData): boolean;
  share(data: ShareData): Promise<void>;
}

function browserSave(): SaveEdge {
  return {
    handheld: matchMedia('(pointer: coarse)').matches,
    canShare: (data) => 'canShare' in navigator && navigator.canShare(data),
    share: (data) => navigator.share(data),
  };
}

/** Long enough for the slowest phone to have begun reading the file. */
const keepLinkMs = 60_000;

/** 'downloaded' means that the browser was asked to; it does not tell how that went. */
export async function saveFile(
  file: File,
  edge: SaveEdge = browserSave(),
): Promise<'shared' | 'downloaded' | 'cancelled'> {
  const data: ShareData = { files: [file] };
  if (edge.handheld && edge.canShare(data)) {
    try {
      await edge.share(data);
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
      // Some phones refuse certain files only when asked to share them; a download still works.
    }
  }
  download(file);
  return 'downloaded';
}

function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), keepLinkMs);
}
