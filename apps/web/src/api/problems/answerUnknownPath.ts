import type { Hono, NotFoundHandler } from 'hono';
import type { ApiEnv } from '../env.ts';
import { ApiProblem } from './ApiProblem.ts';
import { sendProblem } from './answerProblems.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** No such path; or the path is there, and does not know the method. */
export function answerUnknownPath(app: Hono<ApiEnv>): NotFoundHandler<ApiEnv> {
  return (c) => {
    const allowed = methods.filter((method) => hasRoute(app, method, c.req.path));
    if (allowed.length === 0) {
      return sendProblem(new ApiProblem('request.unknown-path', 404, 'There is nothing at this path.'));
    }
    const title = 'This path does not know the method.';
    const answer = sendProblem(new ApiProblem('request.wrong-method', 405, title, { allowed }));
    answer.headers.set('Allow', allowed.join(', '));
    return answer;
  };
}

/** Middleware matches every path, under the method ALL. */
function hasRoute(app: Hono<ApiEnv>, method: string, path: string): boolean {
  const [matches] = app.router.match(method, path);
  return matches.some(([[, route]]) => route.method === method);
}
