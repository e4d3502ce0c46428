const texts: Readonly<Record<string, string>> = {
  refused: 'This account is not a member of a studio here. Ask the studio to invite you.',
  fault: 'Something went wrong here, and nobody was signed in. Try again in a moment.',
};

/** What went wrong the last time, in words; null when nothing has. */
export function problemText(code: string | string[] | undefined): string | null {
  return typeof code === 'string' && Object.hasOwn(texts, code) ? (texts[code] ?? null) : null;
}
