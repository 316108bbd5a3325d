/** Which photos and recordings a body or a draft refers to, told without knowing its kind. */

const sha256 = /^[0-9a-f]{64}$/;

/** Every text in `value` that is written like a SHA-256, once. Reads unknown and newer kinds as well. */
export function attachmentNames(value: unknown): string[] {
  const names = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part === 'string') {
      if (sha256.test(part)) names.add(part);
    } else if (typeof part === 'object' && part !== null) {
      for (const inner of Object.values(part)) look(inner);
    }
  };
  look(value);
  return [...names];
}
