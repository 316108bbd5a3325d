/** The list of a folder as WebDAV servers give it (RFC 4918, multistatus). Reads what it needs and stumbles over nothing. */

export interface FolderEntry {
  /** Last part of its address, decoded. */
  name: string;
  /** As the server gives it, without the mark of a weak one; empty where it gives none. */
  etag: string;
  folder: boolean;
}

const tag = /<(\/?)(?:[^\s<>/:]+:)?([^\s<>/:]+)(?:[^<>]*?)(\/?)>([^<]*)/g;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replaceAll(/&(#x?)?([0-9a-z]{1,8});/gi, (whole, number: string | undefined, name: string) => {
    if (number === undefined) return entities[name] ?? whole;
    const point = Number.parseInt(name, number === '#' ? 10 : 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function lastPart(href: string): string {
  const path = href.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const part = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The entries in their order, or null where the text is no multistatus, or was cut before its end. */
export function readMultistatus(xml: string): FolderEntry[] | null {
  const entries: FolderEntry[] = [];
  let open = false;
  let closed = false;
  let entry: FolderEntry | null = null;
  for (const [, slash, name = '', selfClosed, text = ''] of xml.matchAll(tag)) {
    const ends = slash === '/';
    const local = name.toLowerCase();
    if (local === 'multistatus') {
      open = true;
      closed ||= ends || selfClosed === '/';
    } else if (!open) {
      if (local === 'html') return null;
    } else if (local === 'response') {
      if (ends && entry && entry.name !== '') entries.push(entry);
      entry = ends ? null : { name: '', etag: '', folder: false };
    } else if (entry && !ends) {
      if (local === 'href' && entry.name === '') entry.name = lastPart(decoded(text.trim()));
      if (local === 'getetag') entry.etag = decoded(text.trim()).replace(/^W\//, '');
      if (local === 'collection') entry.folder = true;
    }
  }
  return open && closed ? entries : null;
}
