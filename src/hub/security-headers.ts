/** The headers that every answer of the hub carries; docs/security.md names them for other hosts. */
import type { MiddlewareHandler } from 'hono';

/**
 * Nothing is allowed but what the app itself needs; nothing ever comes from another origin, and nothing goes to one that the
 * operator did not name.
 */
const contentSecurityPolicy = (endpoints: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // A photo or a recording that was just opened from the store is shown from memory: blob:.
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    ["connect-src 'self'", ...endpoints].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types plotline',
  ].join('; ');

const offForAll = [
  'accelerometer',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'midi',
  'payment',
  'picture-in-picture',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Camera and microphone answer questions; the rest is off. */
const permissionsPolicy = [
  'camera=(self)',
  'microphone=(self)',
  ...offForAll.map((feature) => `${feature}=()`),
].join(', ');

const fixed: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Puts the headers on every answer, errors included. `endpoints` are origins the app may talk to besides its own. */
export function securityHeaders(endpoints: readonly string[] = []): MiddlewareHandler {
  const headers = { 'Content-Security-Policy': contentSecurityPolicy(endpoints), ...fixed };
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
  };
}
