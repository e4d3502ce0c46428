const texts: Readonly<Record<string, string>> = {
  refused: 'This account is not a member of a studio here. Ask the studio to invite you.',
  email: 'This is no e-mail address. Type it as in name@studio.com.',
  'too-many': 'That was often in a short time. Wait a quarter of an hour, then ask again.',
  link: 'This link no longer works: it was used, is older than 15 minutes, or was asked for in another browser. Ask for a new one.',
  oidc: 'That account did not let you in: it is not a member’s here, its address is not verified, or it took too long. Try again, or ask the studio to invite you.',
  fault: 'Something went wrong here, and nobody was signed in. Try again in a moment.',
};

/** What went wrong the last time, in words; null when nothing has. */
export function problemText(code: string | string[] | undefined): string | null {
  return typeof code === 'string' && Object.hasOwn(texts, code) ? (texts[code] ?? null) : null;
}
