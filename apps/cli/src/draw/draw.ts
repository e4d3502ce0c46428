import { newId } from '@pinpaint/domain';
import { z } from 'zod';
import { ApiClient, ApiRefusal } from '../api/ApiClient.ts';

export type DrawOptions = {
  readonly url: string;
  readonly token?: string | undefined;
  readonly aspect: string;
  readonly name?: string | undefined;
  readonly engine?: string | undefined;
  /** Else it only says what it would take. */
  readonly run?: boolean | undefined;
};

const estimateSchema = z.object({
  aspects: z.array(z.string()),
  engines: z.array(
    z.object({
      name: z.string(),
      size: z.object({ width: z.number(), height: z.number() }),
      cost: z.object({ usd: z.number(), seconds: z.number() }),
    }),
  ),
});
const frameSchema = z.object({
  id: z.string(),
  number: z.number(),
  state: z.enum(['drawing', 'ingesting', 'ready', 'failed']),
  failureCode: z.string().nullable(),
  failureSays: z.string().nullable(),
});

/** A service draws for minutes, and may have a queue before it. */
const limitMs = 30 * 60_000;
const nameLength = 60;

/**
 * Says what a picture from words would take, and with `--run` puts it on a board.
 *
 * @returns the exit code: 0 when it was drawn, or only asked about
 */
export async function draw(
  boardId: string,
  prompt: string,
  { url, token, aspect, run, ...wish }: DrawOptions,
): Promise<number> {
  const client = new ApiClient(url.replace(/\/+$/, ''), token ?? null);
  const path = `/boards/${boardId}/frames/drawn`;
  try {
    const estimate = await client.get(
      `${path}/estimate?aspect=${encodeURIComponent(aspect)}`,
      estimateSchema,
    );
    for (const { name, size, cost } of estimate.engines)
      console.log(
        `${name}: ${size.width} × ${size.height}, about ${cost.seconds.toFixed(0)} s, ${cost.usd} USD`,
      );
    if (estimate.engines.length === 0)
      console.log(
        `Nobody connected draws in ${aspect}. Shapes there are: ${estimate.aspects.join(', ') || 'none'}.`,
      );
    if (!run) return 0;
    const body = { id: newId(), name: prompt.slice(0, nameLength), prompt, aspect, ...wish };
    const { id } = await client.post(path, body, frameSchema);
    const wanted = ({ state }: z.infer<typeof frameSchema>) => state === 'ready' || state === 'failed';
    const frame = await client.until(`/frames/${id}`, frameSchema, { wanted, limitMs });
    const why = frame.failureSays ?? frame.failureCode;
    console.log(`Frame ${frame.number} ${frame.id}: ${frame.state}${why ? `, ${why}` : ''}`);
    return frame.state === 'ready' ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    console.error(`pinpaint: ${error.message}`);
    return 1;
  }
}
