import { z } from '@hono/zod-openapi';
import type { BoardId, ProjectId } from '@pinpaint/domain';
import { usdLimitSchema } from './cost.ts';
import { id } from './params.ts';
import { nameSchema, timeSchema } from './text.ts';

const policySchema = z
  .object({
    start: z.enum(['by-hand', 'confident']),
    usdPerEdit: usdLimitSchema.optional(),
    usdPerDay: usdLimitSchema.optional(),
    usdLimit: usdLimitSchema.optional(),
  })
  .openapi('ProjectPolicy', {
    description:
      '`confident`: an edit that costs nothing starts by itself where the note reads clearly. `usdPerEdit`: what one edit may cost; `usdPerDay`: all of the project’s in 24 hours; `usdLimit`: in all, discarded ones too. null: no limit.',
  });

export const projectSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    policy: policySchema.nullable().openapi({ description: 'null for clients' }),
    createdAt: timeSchema,
    archivedAt: timeSchema.nullable(),
  })
  .openapi('Project');

export const newProjectSchema = z
  .object({ id: id<ProjectId>(), name: nameSchema, policy: policySchema.optional() })
  .openapi('NewProject');

export const projectChangeSchema = z
  .object({
    name: nameSchema.optional(),
    policy: policySchema.optional(),
    archived: z.boolean().optional(),
  })
  .openapi('ProjectChange');

export const boardSchema = z
  .object({
    id: z.string(),
    projectId: z.string(),
    name: z.string(),
    createdAt: timeSchema,
    archivedAt: timeSchema.nullable(),
  })
  .openapi('Board');

export const newBoardSchema = z.object({ id: id<BoardId>(), name: nameSchema }).openapi('NewBoard');

export const boardChangeSchema = z
  .object({ name: nameSchema.optional(), archived: z.boolean().optional() })
  .openapi('BoardChange');
