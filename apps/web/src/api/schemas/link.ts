import { z } from '@hono/zod-openapi';
import type { BoardId, LinkId } from '@pinpaint/domain';
import { id } from './params.ts';
import { emailSchema, momentSchema, nameSchema, secretSchema, timeSchema } from './text.ts';

const guestSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable().openapi({ description: 'Proved by a mailed code' }),
  verified: z.boolean(),
  enteredAt: timeSchema,
  lastSeenAt: timeSchema,
});

export const linkSchema = z
  .object({
    id: z.string(),
    projectId: z.string(),
    boardId: z.string().nullable(),
    name: z.string(),
    mayComment: z.boolean(),
    maySignOff: z.boolean(),
    asksPassword: z.boolean(),
    asksCode: z.boolean(),
    createdAt: timeSchema,
    expiresAt: timeSchema.nullable(),
    revokedAt: timeSchema.nullable(),
    guests: z
      .array(guestSchema)
      .openapi({ description: 'Who opened it, by the name they gave, which nobody has checked' }),
  })
  .openapi('ReviewLink');

export const newLinkSchema = z
  .object({
    id: id<LinkId>(),
    boardId: id<BoardId>().nullable().default(null),
    name: nameSchema,
    mayComment: z.boolean().default(true),
    maySignOff: z.boolean().default(true),
    password: z
      .string()
      .min(8)
      .max(200)
      .nullable()
      .default(null)
      .openapi({ description: 'Asked for before somebody enters; never shown again' }),
    asksCode: z.boolean().default(false).openapi({
      description: 'Whether who enters proves an address by a mailed code; needs mail to be set up',
    }),
    expiresAt: momentSchema,
  })
  .openapi('NewReviewLink');

export const madeLinkSchema = z
  .object({ link: linkSchema, secret: secretSchema, url: secretSchema })
  .openapi('MadeReviewLink');

const tokenSchema = z.string().max(200);

export const lookSchema = z.object({ token: tokenSchema }).openapi('LookAtReview');

export const askCodeSchema = z.object({ token: tokenSchema, email: emailSchema }).openapi('AskReviewCode');

export const enterSchema = z
  .object({
    token: tokenSchema,
    name: nameSchema,
    password: z.string().max(200).optional(),
    email: emailSchema.optional(),
    code: z.string().max(20).optional(),
  })
  .openapi('EnterReview', { description: 'Password, address and code where the link asks for them' });

export const reviewSchema = z
  .object({
    link: z.object({
      id: z.string(),
      mayComment: z.boolean(),
      maySignOff: z.boolean(),
      expiresAt: timeSchema.nullable(),
    }),
    guest: z.object({ id: z.string(), name: z.string(), verified: z.boolean() }),
    studio: z.object({ name: z.string() }),
    project: z.object({ id: z.string(), name: z.string() }),
    boards: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('Review');

export const linkLookSchema = z
  .object({
    id: z.string(),
    studio: z.object({ name: z.string() }),
    project: z.object({ name: z.string() }),
    mayComment: z.boolean(),
    maySignOff: z.boolean(),
    asksPassword: z.boolean(),
    asksCode: z.boolean(),
    review: reviewSchema.nullable().openapi({
      description: 'Where the browser’s cookie is a guest of this very link: as GET /review says',
    }),
  })
  .openapi('ReviewLinkLook');

export const enteredSchema = z
  .object({ guestId: z.string(), secret: secretSchema, review: reviewSchema })
  .openapi('EnteredReview');
