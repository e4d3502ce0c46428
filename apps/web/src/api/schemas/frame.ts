import { z } from '@hono/zod-openapi';

export const frameSchema = z
  .object({
    id: z.string(),
    boardId: z.string(),
    number: z.number().int(),
    name: z.string(),
    state: z.enum(['ingesting', 'ready', 'failed']),
    failureCode: z.string().nullable(),
    master: z
      .object({
        digest: z.string(),
        size: z.object({ width: z.number().int(), height: z.number().int() }),
        depth: z.number().int(),
        channels: z.number().int(),
        profile: z.string().nullable(),
      })
      .nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi('Frame');

export const tileGridSchema = z
  .object({
    tilePx: z.number().int(),
    levels: z.array(
      z.object({
        width: z.number().int(),
        height: z.number().int(),
        columns: z.number().int(),
        rows: z.number().int(),
      }),
    ),
  })
  .openapi('TileGrid', { description: 'Level 0 is full size; each next one is half of it.' });

export const lockSchema = z
  .object({
    id: z.string(),
    frameId: z.string(),
    name: z.string(),
    region: z.unknown().openapi({ type: 'object' }),
    createdAt: z.iso.datetime(),
  })
  .openapi('Lock');
