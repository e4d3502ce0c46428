import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../env.ts';

type Document = ReturnType<OpenAPIHono<ApiEnv>['getOpenAPI31Document']>;

/** The whole API as OpenAPI 3.1: the same routes give the same document, so that it can be compared. */
export function describeApi(app: OpenAPIHono<ApiEnv>): Document {
  const { openAPIRegistry: registry } = app;
  for (const [name, scheme] of Object.entries(securitySchemes)) {
    registry.registerComponent('securitySchemes', name, scheme);
  }
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Pinpaint',
      version: '1',
      description:
        'A client’s note becomes an exact edit. Every failure is a problem (RFC 9457) with a stable `code`. Ids of what a client makes are UUIDv7 of its own.',
    },
    security: [{ token: [] }, { session: [] }, { guest: [] }],
  });
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const { post } = item;
    if (post && !path.includes('/worker/')) post.parameters = [...(post.parameters ?? []), idempotencyKey];
    if (path.includes('/worker/'))
      for (const operation of operationsOf(item)) operation.security = [{ worker: [] }];
  }
  return document;
}

function operationsOf({ get, post, put, patch, delete: remove }: NonNullable<Document['paths']>[string]) {
  return [get, post, put, patch, remove].filter((operation) => operation !== undefined);
}

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'A person’s API token, or a guest’s secret' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'pinpaint_session',
    description:
      'Somebody who has signed in in a browser; under TLS it is `__Host-pinpaint_session`. With a guest’s cookie beside it this one counts, unless the query says `as=guest`.',
  },
  guest: { type: 'apiKey', in: 'cookie', name: 'pinpaint_guest' },
  worker: { type: 'http', scheme: 'bearer', description: 'An engine worker’s token' },
} as const;

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'New for each request; the same again gets the first one’s answer, for a day.',
  schema: { type: 'string', maxLength: 200 },
} as const;
