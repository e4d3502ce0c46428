import { z } from '@hono/zod-openapi';
import type { MemberId, ProjectId } from '@pinpaint/domain';
import { id } from './params.ts';
import { emailSchema, nameSchema, roleSchema, timeSchema } from './text.ts';

export const memberSchema = z
  .object({
    id: z.string(),
    person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    role: roleSchema,
    projectId: z.string().nullable().openapi({ description: 'null: the whole studio' }),
    createdAt: timeSchema,
  })
  .openapi('Member');

export const projectPersonSchema = z
  .object({ id: z.string(), name: z.string(), role: roleSchema })
  .openapi('ProjectPerson');

export const newMemberSchema = z
  .object({
    id: id<MemberId>(),
    email: emailSchema,
    name: nameSchema.openapi({ description: 'For an account that does not exist yet' }),
    role: roleSchema,
    projectId: id<ProjectId>().nullable().default(null),
    invite: z.boolean().default(true).openapi({ description: 'Tell them by mail, where mail is set up' }),
  })
  .openapi('NewMember');

export const addedMemberSchema = memberSchema
  .extend({
    invited: z
      .boolean()
      .openapi({ description: 'Whether a mail with the address to sign in at is on its way' }),
  })
  .openapi('AddedMember');

export const memberChangeSchema = z.object({ role: roleSchema }).openapi('MemberChange');
