import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Picture, unmoved, type Warp } from '@pinpaint/imaging';
import sharp from 'sharp';
import { type WebSocket, WebSocketServer } from 'ws';
import { aCodec } from '../../services/testing/aCodec.ts';
import { movedTo, painted } from '../../services/testing/paintedAnswer.ts';
import type { WorkflowNode } from '../readWorkflow.ts';
import { anObjectInfo } from './anObjectInfo.ts';

type ComfyBehaviour =
  | {
      readonly kind: 'draw';
      readonly warp?: Warp;
      /** How long each of the steps takes. */
      readonly stepMs?: number;
      /** Goes no further than half of them until it is told to behave otherwise. */
      readonly staysAtHalf?: true;
    }
  | {
      readonly kind: 'error' | 'refuse' | 'hang' | 'wait' | 'line-breaks' | 'no-picture' | 'another-picture';
    };

export type FakeComfyui = {
  behaviour: ComfyBehaviour;
  objectInfo: object;
  /** Prompts as they came. */
  readonly prompts: Record<string, WorkflowNode>[];
  /** `interrupt` or `delete`, with the prompt's id. */
  readonly givenUp: string[];
  attach(server: Server): void;
  readonly listen: (request: IncomingMessage, response: ServerResponse) => void;
};

/** A ComfyUI server's routes and socket, as https://docs.comfy.org/development/comfyui-server says them. */
export function fakeComfyui(): FakeComfyui {
  const files = new Map<string, Uint8Array>();
  const history = new Map<string, object>();
  const sockets = new Map<string, WebSocket>();
  let running: string | null = null;
  let pending: [number, string][] = [];
  let turn = Promise.resolve();

  const fake: FakeComfyui = {
    behaviour: { kind: 'draw' },
    objectInfo: anObjectInfo,
    prompts: [],
    givenUp: [],
    attach(server) {
      const hub = new WebSocketServer({ server, path: '/ws' });
      hub.on('connection', (socket, request) => {
        const clientId = new URL(request.url ?? '', 'http://fake').searchParams.get('clientId') ?? '';
        sockets.set(clientId, socket);
        tell(clientId, 'status', { status: { exec_info: { queue_remaining: 0 } }, sid: clientId });
      });
    },
    listen: (request, response) => void route(request, response),
  };

  function tell(clientId: string, type: string, data: object): void {
    sockets.get(clientId)?.send(JSON.stringify({ type, data }));
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://fake');
    const body = await bytesOf(request);
    const path = url.pathname;
    if (path === '/object_info') sendJson(response, 200, fake.objectInfo);
    else if (path === '/upload/image') sendJson(response, 200, await keepUpload(request, body));
    else if (path === '/prompt') queuePrompt(response, JSON.parse(body.toString('utf8')));
    else if (path === '/queue' && request.method === 'GET') sendJson(response, 200, queueNow());
    else if (path === '/queue') giveUp(response, 'delete', JSON.parse(body.toString('utf8')).delete[0]);
    else if (path === '/interrupt')
      giveUp(response, 'interrupt', JSON.parse(body.toString('utf8')).prompt_id);
    else if (path.startsWith('/history/')) sendHistory(response, path.slice('/history/'.length));
    else if (path === '/view')
      sendFile(response, `${url.searchParams.get('subfolder')}/${url.searchParams.get('filename')}`);
    else sendJson(response, 404, {});
  }

  async function keepUpload(request: IncomingMessage, body: Buffer): Promise<object> {
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const image = form.get('image');
    if (!(image instanceof File)) throw new Error('The fake got no file');
    const subfolder = String(form.get('subfolder') ?? '');
    files.set(`${subfolder}/${image.name}`, new Uint8Array(await image.arrayBuffer()));
    return { name: image.name, subfolder, type: 'input' };
  }

  function queueNow(): object {
    return {
      queue_running: running ? [[0, running, {}, {}, []]] : [],
      queue_pending: pending.map((own) => [...own, {}, {}, []]),
    };
  }

  function queuePrompt(
    response: ServerResponse,
    { prompt, client_id }: { prompt: Record<string, WorkflowNode>; client_id: string },
  ): void {
    fake.prompts.push(prompt);
    if (fake.behaviour.kind === 'refuse') {
      const error = {
        type: 'prompt_outputs_failed_validation',
        message: 'Prompt outputs failed validation',
        details: '',
      };
      sendJson(response, 400, {
        error,
        node_errors: { '5': { errors: [{ message: 'Value not in list' }] } },
      });
      return;
    }
    const id = randomUUID();
    sendJson(response, 200, { prompt_id: id, number: fake.prompts.length, node_errors: {} });
    void takeTurn(id, client_id, prompt);
  }

  /** As a server does it: one prompt after the other, where they take their time. */
  async function takeTurn(...[id, clientId, prompt]: Parameters<typeof runPrompt>): Promise<void> {
    const { behaviour } = fake;
    if (behaviour.kind !== 'draw' || !behaviour.stepMs) return runPrompt(id, clientId, prompt);
    pending.push([fake.prompts.length, id]);
    tell(clientId, 'status', { status: { exec_info: { queue_remaining: pending.length } } });
    turn = turn.then(async () => {
      if (!pending.some(([, other]) => other === id)) return;
      pending = pending.filter(([, other]) => other !== id);
      await runPrompt(id, clientId, prompt);
    });
    return turn;
  }

  async function runPrompt(
    id: string,
    clientId: string,
    prompt: Record<string, WorkflowNode>,
  ): Promise<void> {
    const { kind } = fake.behaviour;
    if (kind === 'wait') {
      running = 'somebody-else';
      pending = [
        [3, 'another'],
        [9, id],
      ];
      tell(clientId, 'status', { status: { exec_info: { queue_remaining: 2 } } });
      return;
    }
    running = id;
    tell(clientId, 'execution_start', { prompt_id: id, timestamp: 1 });
    tell(clientId, 'execution_cached', { nodes: [], prompt_id: id, timestamp: 1 });
    tell(clientId, 'executing', { node: '5', prompt_id: id });
    const slowly = fake.behaviour.kind === 'draw' ? fake.behaviour.stepMs : undefined;
    const small = await smallOf(prompt);
    for (const value of slowly ? everyStep : [half]) {
      do {
        tell(clientId, 'progress', { value, max: 20, prompt_id: id, node: '5' });
        await sendPreview(clientId, small, value / 20);
        await sleep(slowly ?? 0);
        if (slowly && running !== id) return;
      } while (value === half && staysAtHalf());
    }
    if (kind === 'hang') return;
    if (kind === 'line-breaks') sockets.get(clientId)?.terminate();
    if (kind === 'error') {
      const said = {
        prompt_id: id,
        node_id: '5',
        node_type: 'KSampler',
        exception_message: 'CUDA out of memory',
      };
      tell(clientId, 'execution_error', said);
      running = null;
      return;
    }
    const images = kind === 'no-picture' ? [] : [await drawn(prompt)];
    history.set(id, { outputs: { '8': { images } }, status: { status_str: 'success', completed: true } });
    running = null;
    tell(clientId, 'executed', { node: '8', output: { images }, prompt_id: id });
    tell(clientId, 'executing', { node: null, prompt_id: id });
    tell(clientId, 'execution_success', { prompt_id: id, timestamp: 2 });
  }

  function staysAtHalf(): boolean {
    return fake.behaviour.kind === 'draw' && fake.behaviour.staysAtHalf === true;
  }

  /** As its latent previews are: a small JPEG behind two numbers, noise that becomes the picture. */
  async function sendPreview(clientId: string, small: Picture, done: number): Promise<void> {
    const { width, height } = small;
    const noisy = Uint8Array.from(small.data, (sample, i) => sample * done + ((i * 7919) % 251) * (1 - done));
    const jpeg = await sharp(noisy, { raw: { width, height, channels: 3 } })
      .jpeg()
      .toBuffer();
    sockets.get(clientId)?.send(Buffer.concat([jpegHead, jpeg]));
  }

  async function smallOf(prompt: Record<string, WorkflowNode>): Promise<Picture> {
    const { width, height, data } = await paintedFor(prompt);
    const small = await sharp(data, { raw: { width, height, channels: 3 } })
      .resize({ width: 256, height: 256, fit: 'inside' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { ...small.info, channels: 3, depth: 8, data: new Uint8Array(small.data) };
  }

  async function paintedFor(prompt: Record<string, WorkflowNode>): Promise<Picture> {
    const fileOf = (node: string) =>
      aCodec.decode(files.get(String(prompt[node]?.inputs.image)) ?? new Uint8Array(), 1e8);
    const [picture, mask] = await Promise.all([fileOf('1'), fileOf('2')]);
    if (!picture || !mask) throw new Error('The fake finds no picture and mask');
    return painted(picture, mask);
  }

  async function drawn(prompt: Record<string, WorkflowNode>): Promise<object> {
    const { behaviour } = fake;
    const made = await paintedFor(prompt);
    const answer =
      behaviour.kind === 'another-picture' ? { ...made, data: made.data.slice().reverse() } : made;
    const warp = behaviour.kind === 'draw' ? (behaviour.warp ?? unmoved) : unmoved;
    const filename = `pinpaint_${fake.prompts.length}.png`;
    files.set(`/${filename}`, await aCodec.encodePng(movedTo(answer as typeof made, made, warp)));
    return { filename, subfolder: '', type: 'output' };
  }

  function giveUp(response: ServerResponse, how: string, id: string): void {
    fake.givenUp.push(`${how} ${id}`);
    if (running === id) running = null;
    pending = pending.filter(([, other]) => other !== id);
    response.writeHead(200).end();
  }

  function sendHistory(response: ServerResponse, id: string): void {
    const ended = history.get(id);
    sendJson(response, 200, ended ? { [id]: ended } : {});
  }

  function sendFile(response: ServerResponse, name: string): void {
    const bytes = files.get(name);
    response.writeHead(bytes ? 200 : 404, { 'content-type': 'image/png' }).end(bytes);
  }

  return fake;
}

/** Event 1, kind 1. */
const jpegHead = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1]);
const everyStep = Array.from({ length: 20 }, (_, i) => i + 1);
const half = 10;

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
