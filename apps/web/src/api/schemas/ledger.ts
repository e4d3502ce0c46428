import { z } from '@hono/zod-openapi';
import { type ProjectId, topics } from '@pinpaint/domain';
import { id } from './params.ts';
import { timeSchema } from './text.ts';

const seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const topicSchema = z.enum(topics).openapi('Topic');
const jsonSchema = z
  .unknown()
  .openapi({ description: 'Ids, states, numbers and salted hashes; never a name or a text' });

const feedEventSchema = z
  .object({
    seq: z.number().int(),
    at: timeSchema,
    topic: topicSchema,
    actor: z.object({ kind: z.enum(['person', 'guest', 'worker', 'system']), id: z.string().nullable() }),
    subject: z.object({ kind: z.string(), id: z.string() }),
    projectId: z.string().nullable(),
    boardId: z.string().nullable(),
    frameId: z.string().nullable(),
    payload: jsonSchema,
  })
  .openapi('Event');

export const feedPageSchema = z
  .object({
    items: z.array(feedEventSchema),
    upto: z.number().int().openapi({ description: 'What to go on after, also when nothing was heard' }),
  })
  .openapi('Events');

const ledgerEventSchema = feedEventSchema
  .extend({ id: z.string(), studioId: z.string(), prevHash: z.string(), hash: z.string() })
  .openapi('LedgerEvent');

export const ledgerPageSchema = z
  .object({ items: z.array(ledgerEventSchema), next: z.number().int().nullable() })
  .openapi('LedgerPage');

export const ledgerProofSchema = z
  .object({
    holds: z.boolean(),
    seq: z.number().int(),
    hash: z.string(),
    firstBroken: z
      .object({
        seq: z.number().int(),
        code: z.enum([
          'ledger.gap',
          'ledger.unlinked',
          'ledger.changed',
          'ledger.wrong-studio',
          'ledger.cut',
        ]),
      })
      .optional(),
    says: z.string(),
  })
  .openapi('LedgerProof');

const filter = z.object({
  topic: topicSchema.optional(),
  subjectId: z.uuid().optional(),
  projectId: id<ProjectId>().optional(),
});

export const ledgerQuery = filter.extend({
  after: seq.default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const exportQuery = filter.extend({ format: z.enum(['csv', 'jsonl']).default('jsonl') });

/** `head` begins with what comes next. */
const cursor = z.union([z.literal('head'), seq]).openapi({ type: 'string', example: '1234' });

export const eventsQuery = z.object({
  after: cursor.default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  wait: z.coerce.number().min(0).max(25).default(0).openapi({ description: 'Seconds to wait for an event' }),
});

export const streamQuery = z.object({ after: cursor.optional() });
export const lastEventHeader = z.object({ 'last-event-id': seq.optional() });
