import { ok, type RenditionStep, type Result } from '@pinpaint/domain';
import { type Problem, problem } from '../problem.ts';

/** A film's words without the space around them, so that it has one recipe; a film without words is billed all the same. */
export function wordSteps(steps: readonly RenditionStep[]): Result<readonly RenditionStep[], Problem> {
  const worded = steps.map((step) => (step.kind === 'film' ? { ...step, prompt: step.prompt.trim() } : step));
  const isMute = worded.some((step) => step.kind === 'film' && step.prompt === '');
  return isMute ? problem('film.no-words') : ok(worded);
}
