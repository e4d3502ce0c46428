import { type RouteConfig, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const problemSchema = z
  .object({ type: z.string(), title: z.string(), status: z.number().int(), code: z.string() })
  .catchall(z.unknown())
  .openapi('Problem', { description: 'RFC 9457. `code` is stable.' });

export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

/** One good answer; every other is a problem. */
export function answers(status: number, schema: z.ZodType, description: string): RouteConfig['responses'] {
  return { [status]: { description, content: { 'application/json': { schema } } }, default: aProblem };
}

/** Bytes: a picture, a tile, a mask. */
export function answersBytes(mediaTypes: readonly string[], description: string): RouteConfig['responses'] {
  const schema = z.string().openapi({ format: 'binary' });
  const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema }]));
  return { 200: { description, content }, default: aProblem };
}

export function answersNothing(description: string): RouteConfig['responses'] {
  return { 204: { description }, default: aProblem };
}

const aProblem = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** What a schema describes, from values that nobody will change. */
type Unchanging<T> = T extends object ? { readonly [K in keyof T]: Unchanging<T[K]> } : T;

/** Answers with JSON that the compiler has held against the schema the route announces. */
export function send<S extends z.ZodType>(
  c: Context,
  status: ContentfulStatusCode,
  { value }: { readonly schema: S; readonly value: Unchanging<z.input<S>> },
): Response {
  return c.json(value as object, status);
}
