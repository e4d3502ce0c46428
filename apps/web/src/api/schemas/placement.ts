import { z } from '@hono/zod-openapi';
import { arcLimits } from '@pinpaint/domain';

const n = z.number();
const corner = z.tuple([n, n]);
const corners = z
  .tuple([corner, corner, corner, corner])
  .openapi({ description: 'Of the upright artwork: top left, top right, bottom right, bottom left.' });

const surfaceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('flat'), corners }),
  z.object({
    kind: z.literal('cylinder'),
    corners,
    topBendPx: n.openapi({ description: 'How far the rim’s middle lies below the line of its corners.' }),
    bottomBendPx: n,
    arcDegrees: n.min(arcLimits.least).max(arcLimits.most),
  }),
]);

export const placementSchema = z
  .object({
    surface: surfaceSchema,
    opacity: n.min(0).max(1),
    blend: z.enum(['normal', 'multiply']),
    shading: n.min(0).max(1),
  })
  .openapi('Placement', { description: 'How an artwork lies on the picture, in frame space.' });

export const placedArtworkSchema = z
  .object({ id: z.uuid(), name: z.string().max(200), digest: z.string().regex(/^[0-9a-f]{64}$/) })
  .openapi('PlacedArtwork', {
    description: 'An artwork of the brand kit. Name and digest are what the kit has, whatever is sent.',
  });
