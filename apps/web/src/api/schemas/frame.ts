import { z } from '@hono/zod-openapi';
import { provenanceSchema } from './edit.ts';

export const frameSchema = z
  .object({
    id: z.string(),
    boardId: z.string(),
    number: z.number().int(),
    name: z.string(),
    state: z.enum(['drawing', 'ingesting', 'ready', 'failed']),
    failureCode: z.string().nullable(),
    failureSays: z.string().nullable(),
    drawing: z
      .object({
        editId: z.string(),
        prompt: z.string(),
        aspect: z.string(),
        engine: z.string(),
        provenance: provenanceSchema.nullable(),
      })
      .nullable()
      .openapi({ description: 'How it was drawn from words; null: it wasn’t, or to clients and guests' }),
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
