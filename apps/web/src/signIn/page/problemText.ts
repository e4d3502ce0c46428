import { texts } from '../../text/texts.ts';

/** What went wrong the last time, in words; null when nothing has. */
export function problemText(code: string | string[] | undefined): string | null {
  const problems: Readonly<Record<string, string>> = texts.signIn.problems;
  return typeof code === 'string' && Object.hasOwn(problems, code) ? (problems[code] ?? null) : null;
}
