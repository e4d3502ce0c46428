import { createHash, randomBytes } from 'node:crypto';

/** The prefix says what a found secret opens, to people and to scanners of leaked keys alike. */
const prefixes = {
  person: 'ppt_',
  session: 'pps_',
  guest: 'ppg_',
  worker: 'ppw_',
  link: 'ppl_',
  room: 'ppr_',
} as const;

export type SecretKind = keyof typeof prefixes;

export type NewSecret = {
  /** Shown once, to whom it belongs. */
  readonly secret: string;
  /** What is kept: SHA-256 in lower-case hex. With 256 random bits behind it, nothing slower is needed. */
  readonly hash: string;
};

export function newSecret(kind: SecretKind): NewSecret {
  const secret = `${prefixes[kind]}${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashSecret(secret) };
}

/**
 * Secrets are looked up by this and never compared themselves, so that the time a look-up takes says
 * nothing about how much of a guess was right.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** @returns null for a text that can't be one of ours, which spares the database the question. */
export function kindOfSecret(text: string): SecretKind | null {
  if (!/^pp[a-z]_[A-Za-z0-9_-]{43}$/.test(text)) return null;
  const prefix = text.slice(0, 4);
  return (Object.keys(prefixes) as SecretKind[]).find((kind) => prefixes[kind] === prefix) ?? null;
}
