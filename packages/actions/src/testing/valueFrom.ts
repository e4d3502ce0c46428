import type { Result } from '@pinpaint/domain';

/** What a step that only prepares a test came to; a failure there is the test's own mistake. */
export function valueFrom<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`A step before the test failed: ${JSON.stringify(result.error)}`);
  return result.value;
}
