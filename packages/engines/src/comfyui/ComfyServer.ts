import { z } from 'zod';
import type { Service } from '../services/openService.ts';
import { serviceError } from '../services/serviceError.ts';
import type { WorkflowNode } from './readWorkflow.ts';

/** Where a picture lies on the server. */
export type ServerFile = { readonly filename: string; readonly subfolder: string; readonly type: string };

export type ComfyServer = {
  objectInfo(signal: AbortSignal): Promise<unknown>;
  /** @returns what a LoadImage node is told */
  upload(name: string, png: Uint8Array, signal: AbortSignal): Promise<string>;
  /** @returns the prompt's id. Sent once: it may have been queued where no answer came. */
  queue(nodes: Record<string, WorkflowNode>, clientId: string, signal: AbortSignal): Promise<string>;
  /** How many come before; null: it isn't waiting. */
  ahead(promptId: string, signal: AbortSignal): Promise<number | null>;
  /** null: it has not ended. */
  outputs(promptId: string, signal: AbortSignal): Promise<ReadonlyMap<string, readonly ServerFile[]> | null>;
  view(file: ServerFile, signal: AbortSignal): Promise<Uint8Array>;
  /** Takes it out of the queue, or ends it where it runs. */
  giveUp(promptId: string): Promise<void>;
};

/** Nobody waits for this any more; a server that doesn't hear goes on drawing for nobody. */
const giveUpMs = 5_000;

/** ComfyUI's HTTP routes, and no more of each answer than is used. */
export function openComfyServer(service: Service, url: string, key: string | null): ComfyServer {
  const ask = (path: string, init: RequestInit, signal: AbortSignal) =>
    service.fetch(`${url}${path}`, { ...init, headers: headersFor(key, init), signal });

  async function json<T>(
    schema: z.ZodType<T>,
    path: string,
    init: RequestInit,
    signal: AbortSignal,
  ): Promise<T> {
    const answer = await ask(path, init, signal);
    const read = schema.safeParse(await answer.json().catch(() => null));
    if (read.success) return read.data;
    throw serviceError(
      'engine.not-understood',
      `ComfyUI’s answer to ${path.split('?')[0]} has another form than it should.`,
    );
  }
  const get = { method: 'GET' } as const;
  const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body) });

  async function queueOf(signal: AbortSignal) {
    return json(queueSchema, '/queue', get, signal);
  }

  return {
    objectInfo: (signal) => json(z.unknown(), '/object_info', get, signal),
    async upload(name, png, signal) {
      const form = new FormData();
      form.set('image', new Blob([new Uint8Array(png)], { type: 'image/png' }), name);
      form.set('type', 'input');
      form.set('subfolder', 'pinpaint');
      form.set('overwrite', 'true');
      const kept = await json(uploadSchema, '/upload/image', { method: 'POST', body: form }, signal);
      return kept.subfolder ? `${kept.subfolder}/${kept.name}` : kept.name;
    },
    async queue(nodes, clientId, signal) {
      const said = await json(queuedSchema, '/prompt', post({ prompt: nodes, client_id: clientId }), signal);
      return said.prompt_id;
    },
    async ahead(promptId, signal) {
      const { queue_running: running, queue_pending: pending } = await queueOf(signal);
      const own = pending.find(([, id]) => id === promptId);
      if (!own) return null;
      return running.length + pending.filter(([number]) => number < own[0]).length;
    },
    async outputs(promptId, signal) {
      const history = await json(historySchema, `/history/${promptId}`, get, signal);
      const ended = history[promptId];
      if (!ended) return null;
      const files = Object.entries(ended.outputs).map(([node, { images }]) => [node, images ?? []] as const);
      return new Map(files);
    },
    async view({ filename, subfolder, type }, signal) {
      const query = new URLSearchParams({ filename, subfolder, type });
      const answer = await ask(`/view?${query}`, get, signal);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async giveUp(promptId) {
      const signal = AbortSignal.timeout(giveUpMs);
      const { queue_running: running } = await queueOf(signal);
      // Older servers interrupt whatever runs, so only when that is ours.
      if (running.some(([, id]) => id === promptId))
        await ask('/interrupt', post({ prompt_id: promptId }), signal);
      else await ask('/queue', post({ delete: [promptId] }), signal);
    },
  };
}

function headersFor(key: string | null, { body }: RequestInit): Record<string, string> {
  return {
    ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    ...(key && { authorization: `Bearer ${key}` }),
  };
}

const uploadSchema = z.object({ name: z.string(), subfolder: z.string().default('') });
const queuedSchema = z.object({ prompt_id: z.string().regex(/^[\w-]{1,100}$/) });
const waiting = z.array(z.tuple([z.number(), z.string()]).rest(z.unknown()));
const queueSchema = z.object({ queue_running: waiting, queue_pending: waiting });
const fileSchema = z.object({ filename: z.string(), subfolder: z.string().default(''), type: z.string() });
const historySchema = z.record(
  z.string(),
  z.object({ outputs: z.record(z.string(), z.object({ images: z.array(fileSchema).optional() })) }),
);
