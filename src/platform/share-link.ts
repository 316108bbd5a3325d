/** Passes a link on in words: the phone's own share sheet, or the clipboard. */

/** What passing on needs of the browser; the real one unless a test says otherwise. */
export interface ShareLinkEdge {
  share: ((data: ShareData) => Promise<void>) | undefined;
  /** Undefined where the browser gives no clipboard. */
  write: ((text: string) => Promise<void>) | undefined;
}

export function browserShareLink(): ShareLinkEdge {
  // Only there where the page came over a safe way.
  const clipboard = 'clipboard' in navigator ? navigator.clipboard : undefined;
  return {
    share: 'share' in navigator ? (data) => navigator.share(data) : undefined,
    write: clipboard ? (text) => clipboard.writeText(text) : undefined,
  };
}

/** Opens the share sheet. 'unable': there is none, or it refused; the words can still be copied. */
export async function shareLink(
  link: { title: string; text: string; url: string },
  { share }: ShareLinkEdge,
): Promise<'shared' | 'cancelled' | 'unable'> {
  if (!share) return 'unable';
  try {
    await share(link);
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'unable';
  }
}

/** False where it could not be put on the clipboard. */
export async function copyText(text: string, { write }: ShareLinkEdge): Promise<boolean> {
  if (!write) return false;
  try {
    await write(text);
    return true;
  } catch {
    return false;
  }
}
