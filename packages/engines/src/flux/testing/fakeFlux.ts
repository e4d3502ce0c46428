import type { IncomingMessage, ServerResponse } from 'node:http';
import { unmoved } from '@pinpaint/imaging';
import { z } from 'zod';
import { aCodec } from '../../services/testing/aCodec.ts';
import { movedTo, painted } from '../../services/testing/paintedAnswer.ts';

export type FluxBehaviour = 'draw' | 'moderate' | 'fail' | 'never' | 'elsewhere' | 'poor';

export type FakeFlux = {
  behaviour: FluxBehaviour;
  /** In what was asked: the path, and whether the key came with it. */
  readonly asked: {
    readonly path: string;
    readonly key: string | undefined;
    readonly body: AskedBody | null;
  }[];
  readonly listen: (request: IncomingMessage, response: ServerResponse) => void;
};

const askedSchema = z.object({
  image: z.string(),
  mask: z.string(),
  prompt: z.string(),
  seed: z.number(),
  output_format: z.enum(['png', 'jpeg']),
});
type AskedBody = z.infer<typeof askedSchema>;

/** Black Forest Labs' API as https://docs.bfl.ai says it: a task, polls, and a picture at a signed address. */
export function fakeFlux(): FakeFlux {
  const pictures = new Map<string, Uint8Array>();
  let polls = 0;
  const fake: FakeFlux = {
    behaviour: 'draw',
    asked: [],
    listen: (request, response) => void answer(request, response),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = `http://${request.headers.host}`;
    const url = new URL(request.url ?? '', origin);
    const key = request.headers['x-key'];
    const body = request.method === 'POST' ? askedSchema.parse(JSON.parse(await textOf(request))) : null;
    fake.asked.push({ path: url.pathname, key: typeof key === 'string' ? key : undefined, body });
    if (body) await begin(response, origin, body);
    else if (url.pathname === '/v1/get_result') poll(response, origin, url.searchParams.get('id') ?? '');
    else response.writeHead(200, { 'content-type': 'image/png' }).end(pictures.get(url.pathname));
  }

  async function begin(response: ServerResponse, origin: string, body: AskedBody): Promise<void> {
    polls = 0;
    if (fake.behaviour === 'poor') {
      sendJson(response, 402, { detail: 'Insufficient credits. Add more credits to your account.' });
      return;
    }
    const [picture, mask] = await Promise.all(
      [body.image, body.mask].map((data) => aCodec.decode(Buffer.from(data, 'base64'), 1e8)),
    );
    if (!picture || !mask) throw new Error('The fake got no picture and mask');
    const made = movedTo(painted(picture, mask), picture, { ...unmoved, shiftX: 1.4, shiftY: 0.6 });
    pictures.set('/delivery/task-1.png', await aCodec.encodePng(made));
    const host = fake.behaviour === 'elsewhere' ? 'https://api.bfl.ai.evil.example' : origin;
    sendJson(response, 200, { id: 'task-1', polling_url: `${host}/v1/get_result?id=task-1`, cost: 5 });
  }

  function poll(response: ServerResponse, origin: string, id: string): void {
    polls += 1;
    if (fake.behaviour === 'never' || polls < 3)
      sendJson(response, 200, { id, status: 'Pending', result: null });
    else if (fake.behaviour === 'moderate')
      sendJson(response, 200, {
        id,
        status: 'Content Moderated',
        details: { 'Moderation Reasons': ['Derivative works'] },
      });
    else if (fake.behaviour === 'fail') sendJson(response, 200, { id, status: 'Error', result: null });
    else
      sendJson(response, 200, { id, status: 'Ready', result: { sample: `${origin}/delivery/task-1.png` } });
  }
  return fake;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
