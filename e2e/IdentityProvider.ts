import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export type Account = { readonly sub: string; readonly email: string; readonly email_verified: boolean };

export const client = { id: 'pinpaint', secret: 'known-to-both-of-them' };

/** A real OpenID provider whose login page lets in, without asking, whoever is set as `account`. */
export class IdentityProvider {
  account: Account = { sub: 'nobody', email: 'nobody@id.test', email_verified: true };
  readonly url: string;
  readonly #server: Server;

  /** @param callback where it sends people back to; known only once it runs, since each needs the other's address. */
  static async open(callback: () => string): Promise<IdentityProvider> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new IdentityProvider(server, callback);
  }

  private constructor(server: Server, callback: () => string) {
    this.#server = server;
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
    let provider: Provider | null = null;
    server.on('request', async (request, response) => {
      provider ??= this.#provider(callback());
      if (!request.url?.startsWith('/login/')) return provider.callback()(request, response);
      const { params } = await provider.interactionDetails(request, response);
      const grant = new provider.Grant({ accountId: this.account.sub, clientId: String(params.client_id) });
      grant.addOIDCScope('openid email profile');
      const result = { login: { accountId: this.account.sub }, consent: { grantId: await grant.save() } };
      await provider.interactionFinished(request, response, result);
    });
  }

  #provider(callback: string): Provider {
    return new Provider(this.url, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [callback] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: [] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/login/${uid}` },
      cookies: { keys: ['only of this test'] },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...this.account, sub }) }),
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
