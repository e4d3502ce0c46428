import { z } from '@hono/zod-openapi';

const n = z.number();
const point = z.tuple([n, n]);
const whole = z.number().int();

export const rectSchema = z.object({ x: whole, y: whole, width: whole, height: whole }).openapi('PixelRect');

/** Sizes are bounded here only so far that parsing stays cheap; the domain says what is a region. */
export const regionSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('point'), x: n, y: n }),
    z.object({ kind: z.literal('rectangle'), x: n, y: n, width: n, height: n }),
    z.object({ kind: z.literal('ellipse'), cx: n, cy: n, rx: n, ry: n }),
    z.object({ kind: z.literal('lasso'), points: z.array(point).max(20_000) }),
    z.object({
      kind: z.literal('brush'),
      strokes: z
        .array(z.object({ points: z.array(point).max(60_000), radiusPx: n, erase: z.boolean() }))
        .max(1_000),
    }),
    z.object({ kind: z.literal('raster'), rect: rectSchema, mask: z.string().regex(/^[0-9a-f]{64}$/) }),
    z.object({ kind: z.literal('none') }),
  ])
  .openapi('Region', { description: 'Geometry in frame space: one unit is one pixel of the first master.' });
