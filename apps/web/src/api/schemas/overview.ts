import { z } from '@hono/zod-openapi';
import { boardSchema, projectSchema } from './project.ts';
import { actorRoleSchema, timeSchema } from './text.ts';

const overviewPictureSchema = z.object({
  frameId: z.string(),
  number: z.int(),
  name: z.string(),
  size: z
    .object({ width: z.int(), height: z.int() })
    .nullable()
    .openapi({ description: 'null while it is being prepared' }),
  versionId: z.string().nullable().openapi({ description: 'Whose thumbnail to show; null: the frame’s own' }),
});

const overviewBoardSchema = boardSchema
  .extend({
    frames: z.int(),
    approved: z.int().openapi({ description: 'Frames whose newest submitted version is approved' }),
    toDecide: z.int().openapi({ description: 'Frames whose newest submitted version waits for a decision' }),
    openPins: z.int().nullable().openapi({ description: 'null for clients' }),
    running: z.int().nullable().openapi({ description: 'Edits queued or running; null for clients' }),
    lastAt: timeSchema.nullable().openapi({ description: 'When something last happened; null for clients' }),
    pictures: z.array(overviewPictureSchema).openapi({ description: 'The first few frames, in their order' }),
  })
  .openapi('OverviewBoard');

const overviewProjectSchema = projectSchema
  .extend({
    role: actorRoleSchema.openapi({ description: 'What one is in it' }),
    links: z.object({ open: z.int(), openedAt: timeSchema.nullable() }).nullable().openapi({
      description:
        'Links that let somebody in, and when one’s guest was last seen; null for those without the right',
    }),
    boards: z.array(overviewBoardSchema),
  })
  .openapi('OverviewProject');

export const overviewSchema = z
  .object({ projects: z.array(overviewProjectSchema), isCut: z.boolean() })
  .openapi('Overview');
