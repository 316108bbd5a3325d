/** What stands for a photo: bytes that nothing can pack smaller. */
export function randomPhoto(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  // More at once are not given.
  for (let at = 0; at < size; at += 60_000) crypto.getRandomValues(bytes.subarray(at, at + 60_000));
  return bytes;
}
