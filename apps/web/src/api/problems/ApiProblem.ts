import type { Problem } from '@pinpaint/actions';
import type { Result } from '@pinpaint/domain';
import type { z } from 'zod';
import { problemTable } from './statusOf.ts';

/** RFC 9457 problem details. `code` is stable; `detail` is for people and may change. */
export type ProblemBody = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly [fact: string]: unknown;
};

/** Thrown only here at the edge, from a failed Result to the one place that writes answers. */
export class ApiProblem extends Error {
  readonly body: ProblemBody;

  constructor(code: string, status: number, title: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.body = { ...facts, type: `urn:pinpaint:problem:${code}`, title, status, code };
  }

  static of(problem: Problem): ApiProblem {
    const [status, title] = problemTable[problem.code];
    return new ApiProblem(problem.code, status, title, problem.facts);
  }

  static ofInput(error: z.ZodError): ApiProblem {
    const wrong = error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message }));
    return new ApiProblem('request.wrong-input', 400, 'The request has values that can’t be used.', {
      wrong,
    });
  }
}

/** The value, or the problem on its way to the answer. */
export function unwrap<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw ApiProblem.of(result.error);
  return result.value;
}
