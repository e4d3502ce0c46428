import { createRoute, z } from '@hono/zod-openapi';
import { openRoom } from '@pinpaint/actions';
import { roomsPath } from '@pinpaint/rooms';
import { type Routes, routes } from '../env.ts';
import { unwrap } from '../problems/ApiProblem.ts';
import { answers, send } from '../schemas/openapi.ts';
import { boardParam } from '../schemas/params.ts';
import { timeSchema } from '../schemas/text.ts';

const roomSchema = z
  .object({
    url: z.string().openapi({
      description:
        'The address of the server that keeps the room, for y-websocket; relative to this answer’s own where people reach it under the same',
    }),
    room: z.string().openapi({ description: 'The room’s name, for y-websocket' }),
    token: z
      .string()
      .openapi({ description: 'The second sub-protocol, after `pinpaint.room.1`. Good until `expiresAt`.' }),
    expiresAt: timeSchema,
    access: z.enum(['read', 'write']),
  })
  .openapi('Room');

const open = createRoute({
  method: 'post',
  path: '/boards/{boardId}/room',
  tags: ['Boards'],
  summary: 'Where a board’s living document is, and a pass to it',
  description:
    'It speaks the y-websocket protocol. Those who make pictures write, viewers look. When the socket closes with a code from 4400 to 4499, ask again before coming back: with 4421 the room is kept by another server now.',
  request: { params: boardParam },
  responses: answers(200, roomSchema, 'The room, and a pass for a minute'),
});

export const roomRoutes: Routes = (ctx) =>
  routes().openapi(open, async (c) => {
    const wish = { ...c.req.valid('param'), secret: c.get('secret') };
    const { at, ...door } = unwrap(await openRoom(ctx, c.get('actor'), wish));
    c.set('shownOnce', ['token']);
    // Whoever came by another name than PUBLIC_URL (a phone on the same network) goes on by it.
    const value = { ...door, url: `${at ?? ''}${roomsPath}` };
    return send(c, 200, { schema: roomSchema, value });
  });
