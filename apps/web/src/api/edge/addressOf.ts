import { clientAddress } from '@pinpaint/config';
import type { Context } from 'hono';

/** Where a request comes from, as `clientAddress` says. */
export function addressOf(c: Context, trustedProxies: number): string {
  const asking = { remote: socketAddress(c.env), forwarded: c.req.header('x-forwarded-for') };
  return clientAddress(asking, trustedProxies);
}

/** As the Node server hands it on; tests that ask without a network have none. */
function socketAddress(env: unknown): string | undefined {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress;
}
