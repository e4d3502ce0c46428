import { z } from '@hono/zod-openapi';
import type { BoardId, LinkId } from '@pinpaint/domain';
import { id } from './params.ts';
import { momentSchema, nameSchema, secretSchema, timeSchema } from './text.ts';

export const linkSchema = z
  .object({
    id: z.string(),
    projectId: z.string(),
    boardId: z.string().nullable(),
    name: z.string(),
    mayComment: z.boolean(),
    maySignOff: z.boolean(),
    createdAt: timeSchema,
    expiresAt: timeSchema.nullable(),
    revokedAt: timeSchema.nullable(),
    guests: z
      .array(z.object({ id: z.string(), name: z.string(), enteredAt: timeSchema, lastSeenAt: timeSchema }))
      .openapi({ description: 'Who opened it, by the name they gave; unverified' }),
  })
  .openapi('ReviewLink');

export const newLinkSchema = z
  .object({
    id: id<LinkId>(),
    boardId: id<BoardId>().nullable().default(null),
    name: nameSchema,
    mayComment: z.boolean().default(true),
    maySignOff: z.boolean().default(true),
    expiresAt: momentSchema,
  })
  .openapi('NewReviewLink');

export const madeLinkSchema = z
  .object({ link: linkSchema, secret: secretSchema, url: secretSchema })
  .openapi('MadeReviewLink');

export const enterSchema = z.object({ token: z.string().max(200), name: nameSchema }).openapi('EnterReview');

export const reviewSchema = z
  .object({
    link: z.object({
      id: z.string(),
      mayComment: z.boolean(),
      maySignOff: z.boolean(),
      expiresAt: timeSchema.nullable(),
    }),
    guest: z.object({ id: z.string(), name: z.string() }),
    studio: z.object({ name: z.string() }),
    project: z.object({ id: z.string(), name: z.string() }),
    boards: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('Review');

export const enteredSchema = z
  .object({ guestId: z.string(), secret: secretSchema, review: reviewSchema })
  .openapi('EnteredReview');
