import { z } from '@hono/zod-openapi';
import type { TokenId } from '@pinpaint/domain';
import { id } from './params.ts';
import { momentSchema, nameSchema, secretSchema, timeSchema } from './text.ts';

export const tokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: timeSchema,
    expiresAt: timeSchema.nullable(),
    revokedAt: timeSchema.nullable(),
    lastUsedAt: timeSchema.nullable(),
  })
  .openapi('Token');

export const newTokenSchema = z
  .object({ id: id<TokenId>(), name: nameSchema, expiresAt: momentSchema })
  .openapi('NewToken');

export const madeTokenSchema = z.object({ token: tokenSchema, secret: secretSchema }).openapi('MadeToken');

export const sessionSchema = z
  .object({
    id: z.string(),
    browser: z.string(),
    createdAt: timeSchema,
    lastSeenAt: timeSchema,
    expiresAt: timeSchema,
    isCurrent: z.boolean(),
  })
  .openapi('Session');

export const workerTokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: timeSchema,
    revokedAt: timeSchema.nullable(),
    workers: z.array(
      z.object({ id: z.string(), name: z.string(), seenAt: timeSchema, isDraining: z.boolean() }),
    ),
  })
  .openapi('WorkerToken');

export const newWorkerTokenSchema = z
  .object({ id: id<TokenId>(), name: nameSchema })
  .openapi('NewWorkerToken');

export const madeWorkerTokenSchema = z
  .object({ token: workerTokenSchema, secret: secretSchema })
  .openapi('MadeWorkerToken');
