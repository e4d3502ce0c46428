import { OpenAPIHono } from '@hono/zod-openapi';
import type { Actor, Ctx, WorkerActor } from '@pinpaint/actions';
import { ApiProblem } from './problems/ApiProblem.ts';

/** What middleware has put beside a request by the time a route sees it. */
export type ApiEnv = {
  Variables: {
    readonly actor: Actor;
    /** Only under /worker. */
    readonly worker: WorkerActor;
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
export type Routes = (ctx: Ctx) => OpenAPIHono<ApiEnv>;
