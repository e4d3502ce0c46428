import { z } from '@hono/zod-openapi';
import { noteLimit, seedLimit } from '@pinpaint/actions';
import type { FrameId } from '@pinpaint/domain';
import { choiceSchema, expectedCostSchema, limitsSchema } from './cost.ts';
import { id } from './params.ts';
import { aspectNameSchema, sizeSchema } from './worker.ts';

export const newDrawnSchema = z
  .object({
    id: id<FrameId>(),
    name: z.string().min(1).max(200),
    prompt: z.string().min(1).max(noteLimit).openapi({ description: 'What is to be seen, in words.' }),
    aspect: aspectNameSchema.default('3:2'),
    engine: z
      .string()
      .max(60)
      .optional()
      .openapi({ description: 'The first in order of choice, unless named.' }),
    seed: z.number().int().min(0).max(seedLimit).optional(),
  })
  .openapi('NewDrawnFrame');

export const drawingEstimateSchema = z
  .object({
    aspects: z.array(z.string()).openapi({
      description: 'The shapes that somebody connected draws in; empty: nobody draws from words',
    }),
    engines: z.array(
      z.object({
        name: z.string(),
        version: z.string(),
        size: sizeSchema,
        cost: expectedCostSchema,
        choice: choiceSchema,
      }),
    ),
    limits: limitsSchema,
  })
  .openapi('DrawingEstimate');
