import type { IncomingMessage, ServerResponse } from 'node:http';
import { makePicture, type Picture, unmoved, type Warp } from '@pinpaint/imaging';
import { z } from 'zod';
import { aCodec } from '../../services/testing/aCodec.ts';
import { movedTo, painted } from '../../services/testing/paintedAnswer.ts';
import { shapesOf } from '../geminiModels.ts';

/** What the next calls are answered with. */
export type FakeBehaviour =
  | {
      readonly kind: 'draw';
      readonly warp?: Warp;
      readonly size?: { width: number; height: number };
      readonly noUsage?: boolean;
      /** Tokens that it says it thought with. */
      readonly thoughts?: number;
    }
  /** Of a model that reads: what it says, as JSON unless it is text. */
  | { readonly kind: 'read'; readonly says: unknown }
  | { readonly kind: 'status'; readonly status: number; readonly times: number }
  | {
      readonly kind:
        | 'refuse-prompt'
        | 'refuse-picture'
        | 'talk'
        | 'hang'
        | 'html'
        | 'huge'
        | 'no-picture'
        | 'another-picture'
        | 'half-json';
    };

export type FakeGemini = {
  behaviour: FakeBehaviour;
  /** As they came over the wire. */
  readonly asked: { readonly path: string; readonly key: string | undefined; readonly body: AskedBody }[];
  readonly listen: (request: IncomingMessage, response: ServerResponse) => void;
};

/** `generateContent` of the Gemini API, v1beta, as it is spoken over HTTP. */
export function fakeGemini(): FakeGemini {
  const failures = new WeakMap<FakeBehaviour, number>();
  const fake: FakeGemini = {
    behaviour: { kind: 'draw' },
    asked: [],
    listen: (request, response) => void answer(request, response),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = askedSchema.parse(JSON.parse(await textOf(request)));
    const key = request.headers['x-goog-api-key'];
    fake.asked.push({ path: request.url ?? '', key: typeof key === 'string' ? key : undefined, body });
    const { behaviour } = fake;
    if (behaviour.kind === 'hang') return;
    if (behaviour.kind === 'read') return sendJson(response, readingOf(behaviour.says));
    if (behaviour.kind === 'html') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please sign in</html>');
    } else if (behaviour.kind === 'huge') {
      sendHuge(response);
    } else if (behaviour.kind === 'status' && (failures.get(behaviour) ?? 0) < behaviour.times) {
      failures.set(behaviour, (failures.get(behaviour) ?? 0) + 1);
      sendError(response, behaviour.status, `no, ${key} may not`);
    } else if (behaviour.kind === 'half-json') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"candidates": [{"content"');
    } else if (behaviour.kind === 'draw' && !body.generationConfig.imageConfig) {
      sendError(response, 400, 'Asked for no picture, and told to draw one.');
    } else {
      sendJson(response, await made(behaviour, request.url ?? '', body));
    }
  }
  return fake;
}

const partSchema = z.object({
  text: z.string().optional(),
  inlineData: z.object({ mimeType: z.string(), data: z.string() }).optional(),
});
const askedSchema = z.object({
  contents: z.array(z.object({ role: z.string(), parts: z.array(partSchema) })),
  systemInstruction: z.object({ parts: z.array(partSchema) }).optional(),
  generationConfig: z.object({
    responseModalities: z.array(z.string()).optional(),
    responseMimeType: z.string().optional(),
    responseJsonSchema: z.unknown().optional(),
    seed: z.number().optional(),
    maxOutputTokens: z.number().optional(),
    imageConfig: z
      .object({ aspectRatio: z.string(), imageSize: z.enum(['1K', '2K', '4K']).optional() })
      .optional(),
  }),
});
type AskedBody = z.infer<typeof askedSchema>;

function readingOf(says: unknown): object {
  const text = typeof says === 'string' ? says : JSON.stringify(says);
  const usage = { promptTokenCount: 700, candidatesTokenCount: 60, totalTokenCount: 760 };
  return { candidates: [contentOf([{ text }])], usageMetadata: usage, modelVersion: 'fake-reader-1' };
}

async function made(behaviour: FakeBehaviour, path: string, body: AskedBody): Promise<object> {
  const usage = {
    promptTokenCount: 800,
    candidatesTokenCount: 1290,
    candidatesTokensDetails: [{ modality: 'IMAGE', tokenCount: 1290 }],
    totalTokenCount: 2090,
  };
  const said = { usageMetadata: usage, modelVersion: 'fake-1', responseId: 'r-1' };
  switch (behaviour.kind) {
    case 'refuse-prompt':
      return {
        promptFeedback: { blockReason: 'PROHIBITED_CONTENT', blockReasonMessage: 'It shows a brand.' },
      };
    case 'refuse-picture':
      return {
        ...said,
        candidates: [{ finishReason: 'IMAGE_SAFETY', finishMessage: 'The picture was held back.', index: 0 }],
      };
    case 'talk':
      return { ...said, candidates: [contentOf([{ text: 'I can only describe pictures.' }])] };
    case 'no-picture':
      return { ...said, candidates: [contentOf([inline(Buffer.from('not a picture').toString('base64'))])] };
    default: {
      const data = await drawn(behaviour, path, body);
      const thoughts = behaviour.kind === 'draw' && { thoughtsTokenCount: behaviour.thoughts ?? 0 };
      const withUsage =
        behaviour.kind === 'draw' && behaviour.noUsage
          ? {}
          : { ...said, usageMetadata: { ...usage, ...thoughts } };
      return { ...withUsage, candidates: [contentOf([{ text: 'Here it is.' }, inline(data)])] };
    }
  }
}

async function drawn(
  behaviour: FakeBehaviour,
  path: string,
  { contents, generationConfig }: AskedBody,
): Promise<string> {
  const files = contents[0]?.parts.flatMap(({ inlineData }) => (inlineData ? [inlineData.data] : [])) ?? [];
  const [picture, mask] = await Promise.all(
    files.map((data) => aCodec.decode(Buffer.from(data, 'base64'), 50_000_000)),
  );
  const { aspectRatio, imageSize = '1K' } = generationConfig.imageConfig ?? {};
  const model = /models\/([^:]+):/.exec(path)?.[1] ?? '';
  const shape = shapesOf({ model, imageSize }).find(({ aspect }) => aspect === aspectRatio);
  if (!shape) throw new Error(`The fake knows no ${aspectRatio}`);
  const { warp = unmoved, size = shape } = behaviour.kind === 'draw' ? behaviour : {};
  if (!picture || !mask) return Buffer.from(await aCodec.encodePng(fromWords(size))).toString('base64');
  const answer =
    behaviour.kind === 'another-picture' ? upsideDown(painted(picture, mask)) : painted(picture, mask);
  return Buffer.from(await aCodec.encodePng(movedTo(answer, size, warp))).toString('base64');
}

/** A slope of colours, in which every pixel says where it lies. */
function fromWords({ width, height }: { readonly width: number; readonly height: number }): Picture {
  const made = makePicture({ width, height, channels: 3, depth: 8 });
  for (let i = 0; i < width * height; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)];
    made.data.set([(255 * x) / width, (255 * y) / height, 90], i * 3);
  }
  return made;
}

function upsideDown(picture: Awaited<ReturnType<typeof aCodec.decode>> & object) {
  return { ...picture, data: picture.data.slice().reverse() } as typeof picture;
}

const contentOf = (parts: readonly object[]) => ({
  content: { role: 'model', parts },
  finishReason: 'STOP',
  index: 0,
});
const inline = (data: string) => ({ inlineData: { mimeType: 'image/png', data } });

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(body));
}

function sendError(response: ServerResponse, code: number, message: string): void {
  const status = code === 429 ? 'RESOURCE_EXHAUSTED' : 'INVALID_ARGUMENT';
  response
    .writeHead(code, { 'content-type': 'application/json; charset=UTF-8', 'retry-after': '0' })
    .end(JSON.stringify({ error: { code, message, status } }));
}

/** 400 MB, if anybody reads that far. */
function sendHuge(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const piece = Buffer.alloc(1_000_000, 0x20);
  let left = 400;
  const push = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(piece)) {
        response.once('drain', push);
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  push();
}
