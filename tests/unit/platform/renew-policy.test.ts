/** Of a policy only where the app may go is renewed. */
import { expect, test } from 'vitest';
import { withPlacesOf } from '../../../src/platform/renew-policy.ts';

const kept = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'";

test('places that the operator added or took away are taken over, and nothing else', () => {
  const added = "default-src *; script-src *; connect-src 'self' https://server.example";
  const renewed = withPlacesOf(kept, added);
  expect(renewed).toBe(
    "default-src 'none'; script-src 'self'; connect-src 'self' https://server.example; base-uri 'none'",
  );
  expect(withPlacesOf(renewed, kept)).toBe(kept);
});

test('a policy that says nothing of it changes nothing, and none is put where none was', () => {
  expect(withPlacesOf(kept, "default-src 'none'")).toBe(kept);
  expect(withPlacesOf("default-src 'none'", kept)).toBe("default-src 'none'");
});
