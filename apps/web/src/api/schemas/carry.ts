import { z } from '@hono/zod-openapi';
import { type CarryId, type FrameId, findModels, findWays, leftOutCodes } from '@pinpaint/domain';
import { costSchema, estimateSchema, limitsSchema } from './cost.ts';
import { editStateSchema, figuresSchema, flagsSchema } from './edit.ts';
import { id } from './params.ts';
import { regionSchema } from './region.ts';
import { timeSchema } from './text.ts';

export const carryParam = z.object({ carryId: id<CarryId>() });

const findingStateSchema = z.enum(['searching', 'found', 'left_out']);
const reasonSchema = z
  .enum(leftOutCodes)
  .nullable()
  .openapi({ description: 'Why nothing is made there; null where it was found' });

const placeSchema = z
  .object({
    way: z.enum(findWays),
    model: z.enum(findModels),
    matrix: z
      .array(z.number())
      .length(9)
      .openapi({ description: '3 × 3, row by row, from the carried edit’s frame space to this frame’s' }),
    figures: z.object({
      inliers: z.number().int().openapi({ description: 'Features that agree on the place' }),
      inlierShare: z.number().openapi({ description: 'Of the features that were matched' }),
      errorPx: z.number().openapi({ description: 'How far they lie from it, root mean square' }),
      correlation: z
        .number()
        .openapi({ description: 'Of the detail of the region with its ring, −1…1; 1: the same' }),
      secondBest: z.number().openapi({ description: 'The same of the best other place in the frame' }),
    }),
  })
  .partial();

const findingSchema = z.object({
  frameId: z.string(),
  boardId: z.string(),
  number: z.number().int(),
  name: z.string(),
  versionId: z.string().nullable(),
  state: findingStateSchema,
  reason: reasonSchema,
  place: placeSchema.nullable(),
  region: regionSchema.nullable(),
  locks: z
    .array(z.object({ name: z.string(), region: regionSchema }))
    .openapi({ description: 'What is locked about the region; set here too before the edit runs' }),
  estimate: estimateSchema.nullable(),
  edit: z
    .object({
      id: z.string(),
      pinId: z.string().nullable(),
      state: editStateSchema,
      progress: z.number(),
    })
    .nullable(),
});

export const carrySchema = z
  .object({
    id: z.string(),
    seriesId: z.string(),
    editId: z.string(),
    state: z.enum(['finding', 'found', 'failed']),
    createdAt: timeSchema,
    source: z.object({
      frameId: z.string(),
      region: regionSchema,
      engine: z.string(),
      seed: z.number().int(),
      note: z.string(),
    }),
    findings: z.array(findingSchema),
    sum: costSchema
      .nullable()
      .openapi({ description: 'What all that were found and have no edit yet would take together' }),
    limits: limitsSchema,
  })
  .openapi('Carry');

export const carryListSchema = z.object({ items: z.array(carrySchema) }).openapi('Carries');

const frameIds = z.array(id<FrameId>()).min(1).max(200);
export const newCarrySchema = z
  .object({
    id: id<CarryId>(),
    frameIds: frameIds.optional().openapi({ description: 'All other frames of the series, unless given' }),
  })
  .openapi('NewCarry');
export const carryRunSchema = z
  .object({ frameIds })
  .openapi('CarryRun', { description: 'The frames a person has confirmed' });

const likenessSchema = z
  .object({
    deltaE: z.number().openapi({ description: 'Mean of CIE 1976 ΔE*ab, weighted by the used alpha' }),
    ssim: z.number().openapi({
      description: 'Mean structural similarity of luma (Wang 2004: 11 × 11 Gauss, σ 1.5), weighted alike',
    }),
  })
  .openapi('Likeness');

export const carryReportSchema = z
  .object({
    carryId: z.string(),
    editId: z.string(),
    engine: z.string(),
    seed: z.number().int(),
    frames: z.array(
      z.object({
        frameId: z.string(),
        number: z.number().int(),
        name: z.string(),
        state: findingStateSchema,
        reason: reasonSchema,
        edit: z
          .object({
            id: z.string(),
            state: editStateSchema,
            engine: z.string(),
            seed: z.number().int(),
          })
          .nullable(),
        proof: z
          .object({
            changedInside: z.number().int(),
            changedOutside: z.number().int(),
            changedInLocks: z.number().int(),
          })
          .nullable(),
        figures: figuresSchema.nullable().openapi({ description: 'Of the same candidate as the proof' }),
        flags: flagsSchema,
        measured: z
          .object({
            sourceCandidateId: z.string(),
            candidateId: z.string(),
            pixels: z.number().int(),
            before: likenessSchema,
            after: likenessSchema,
          })
          .nullable()
          .openapi({
            description:
              'What was made here, brought back over what was made in the edit’s own frame; `before` is the same of the two pictures without it',
          }),
      }),
    ),
  })
  .openapi('CarryReport');
