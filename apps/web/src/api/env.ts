import { OpenAPIHono } from '@hono/zod-openapi';
import type { Actor, Ctx, Problem, WorkerActor } from '@pinpaint/actions';
import type { Result } from '@pinpaint/domain';
import type { ApiDeps } from './deps.ts';
import { ApiProblem } from './problems/ApiProblem.ts';

/** What middleware has put beside a request by the time a route sees it. */
export type ApiEnv = {
  Variables: {
    readonly requestId: string;
    readonly actor: Actor;
    /** What the actor was known by. */
    readonly secret: string;
    /** Loads the actor anew: for answers that go on for longer than rights may. */
    readonly renewActor: () => Promise<Result<Actor, Problem>>;
    /** Only under /worker. */
    readonly worker: WorkerActor;
    /** Fields of the answer that are secrets: a repeat of the request does not get them again. */
    readonly shownOnce: readonly string[];
  };
};

/** One subject's routes. Input that does not parse becomes a problem like any other. */
export function routes(): OpenAPIHono<ApiEnv> {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (parsed) => {
      if (!parsed.success) throw ApiProblem.ofInput(parsed.error);
    },
  });
}

/** Every subject is a file `<subject>.route.ts` that exports one of these. */
export type Routes = (ctx: Ctx, deps: ApiDeps) => OpenAPIHono<ApiEnv>;
