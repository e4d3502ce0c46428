import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

type PageFacts = {
  readonly publicUrl: string;
  /** Where rooms are besides, as a policy names them. */
  readonly roomOrigins: readonly string[];
  readonly [header: `x-pinpaint-${string}`]: string;
};

/**
 * What a browser may do with a page of ours: run the scripts that carry this answer's nonce and those they
 * load, and talk to us. React writes style attributes into its HTML, which no nonce can be put on.
 */
export function preparePage(
  request: IncomingMessage,
  response: ServerResponse,
  { publicUrl, roomOrigins, ...told }: PageFacts,
): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    ["connect-src 'self'", socketOrigins(request, publicUrl), ...roomOrigins].join(' '),
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    // The client's page stands in the tour's phone; every other one in nobody's frame.
    `frame-ancestors ${request.url?.startsWith('/r/') ? "'self'" : "'none'"}`,
  ].join('; ');
  // Next finds the nonce for its scripts in the request's policy, where only we can have put it.
  Object.assign(request.headers, told, { 'content-security-policy': policy });
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  response.setHeader('Content-Security-Policy', policy);
}

const always = {
  'X-Content-Type-Options': 'nosniff',
  // Not no-referrer: with it, browsers hide the Origin of our own forms too, and we would refuse them.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Not every browser takes 'self' for sockets too, and not everybody comes by the public name: a phone has an address. */
function socketOrigins({ headers }: IncomingMessage, publicUrl: string): string {
  const known = new URL(publicUrl);
  const host = /^[\w.:[\]-]+$/.test(headers.host ?? '') ? headers.host : known.host;
  const schemes = known.protocol === 'https:' ? 'wss:' : 'ws:';
  return [...new Set([known.host, host])].map((one) => `${schemes}//${one}`).join(' ');
}
