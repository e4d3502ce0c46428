import { ok, type Result } from '@pinpaint/domain';
import { type Problem, problem } from '../problem.ts';

/** RFC 5321: a path is at most 256 octets with its brackets. */
const emailLimit = 254;

/** The address as it is kept and compared: lower case. Whether it exists only a message to it can say. */
export function cleanEmail(text: string): Result<string, Problem> {
  if (text.length > emailLimit * 2) return problem('email.invalid');
  const email = text.trim().toLowerCase();
  const looksRight = email.length <= emailLimit && /^[^\s@"<>,;:\\]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email);
  return looksRight ? ok(email) : problem('email.invalid');
}
