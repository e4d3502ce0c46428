import { ok, type Result } from '@pinpaint/domain';
import { type Problem, problem } from '../problem.ts';

/** What fits a list's row and a sentence; far more than anybody needs. */
export const nameLimit = 200;

/** The name of a thing or a person as it is kept: one line, trimmed. */
export function cleanName(text: string): Result<string, Problem> {
  // Cut before the pattern runs, so that a hostile length costs nothing.
  if (text.length > nameLimit * 4) return problem('name.too-long', { limit: nameLimit });
  const name = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (!name) return problem('name.empty');
  return name.length > nameLimit ? problem('name.too-long', { limit: nameLimit }) : ok(name);
}
