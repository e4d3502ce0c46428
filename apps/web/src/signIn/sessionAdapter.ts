import { createHash } from 'node:crypto';
import {
  type Ctx,
  findIdentity,
  findMemberByEmail,
  keepIdentity,
  keepSignInMail,
  openSession,
  takeSignInMail,
} from '@pinpaint/actions';
import type { Adapter, AdapterAccount, AdapterUser } from 'next-auth/adapters';

export type Browser = {
  readonly userAgent: string;
  /** What this browser alone knows: a link that was mailed for another one does not open here. */
  readonly secret: string;
};

type Proof = {
  readonly browser: Browser;
  /** Of an OpenID provider, whose subjects count for it alone. */
  readonly issuer: string;
};

/**
 * Our tables as next-auth's database strategy wants them, for one request. People are invited, never made
 * here, and its user's id is the address, which is all that a way in proves.
 */
export function sessionAdapter(ctx: Ctx, { browser, issuer }: Proof): Adapter {
  const getUserByEmail = async (email: string): Promise<AdapterUser | null> => {
    const member = await findMemberByEmail(ctx.db, email);
    return member && { id: email, email, name: member.name, emailVerified: null };
  };
  return {
    getUserByEmail,
    getUser: getUserByEmail,
    createUser: refuse,
    async getUserByAccount({ providerAccountId }) {
      const email = await findIdentity(ctx, { issuer, subject: providerAccountId });
      return email === null ? null : getUserByEmail(email);
    },
    async linkAccount({ providerAccountId, userId }: AdapterAccount) {
      await keepIdentity(ctx, { issuer, subject: providerAccountId, email: userId });
    },
    async updateUser({ id }) {
      return (await getUserByEmail(id)) ?? refuse();
    },
    async createVerificationToken({ identifier, token, expires }) {
      if (!(await findMemberByEmail(ctx.db, identifier))) return null;
      const mail = { hash: boundHash(token, browser), email: identifier, expiresAt: expires };
      await keepSignInMail(ctx, mail);
      return { identifier, token, expires };
    },
    async useVerificationToken({ identifier, token }) {
      const mail = await takeSignInMail(ctx, { hash: boundHash(token, browser), email: identifier });
      return mail && { identifier: mail.email, token, expires: mail.expiresAt };
    },
    async createSession({ userId }) {
      const member = await findMemberByEmail(ctx.db, userId);
      if (!member) return refuse();
      const opened = await openSession(ctx, { ...member, userAgent: browser.userAgent });
      if (!opened.ok) return refuse();
      return { sessionToken: opened.value.secret, userId, expires: opened.value.expiresAt };
    },
    // These three are about the session this browser has already; `beginNextAuth` ends it.
    getSessionAndUser: async () => null,
    updateSession: async () => null,
    deleteSession: async () => null,
  };
}

function boundHash(token: string, { secret }: Browser): string {
  return createHash('sha256').update(`${token} ${secret}`).digest('hex');
}

function refuse(): never {
  throw new Error('Nobody here has this address');
}
