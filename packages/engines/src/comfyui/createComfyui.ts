import { randomUUID } from 'node:crypto';
import { type EngineFacts, type IntentKind, sha256Hex } from '@pinpaint/domain';
import type { Engine, EngineCandidate, EngineRequest, ReportProgress } from '../engine.ts';
import { promptOf } from '../promptOf.ts';
import { type Canvas, makeCanvas } from '../services/canvas.ts';
import { type Clock, realClock } from '../services/clock.ts';
import { layAnswer } from '../services/layAnswer.ts';
import { openService, type ServiceLimits } from '../services/openService.ts';
import type { PictureCodec } from '../services/pictureCodec.ts';
import { runVariants } from '../services/runVariants.ts';
import { serviceError } from '../services/serviceError.ts';
import { type ComfyServer, openComfyServer, type ServerFile } from './ComfyServer.ts';
import { checkWorkflow } from './checkWorkflow.ts';
import { fillWorkflow, takesStrength } from './fillWorkflow.ts';
import { openFollower } from './followPrompt.ts';
import type { Workflow } from './readWorkflow.ts';

export type ComfyuiOptions = {
  readonly name: string;
  /** Of the server, without a slash at the end. */
  readonly url: string;
  /** A bearer token, where a proxy before it wants one. */
  readonly key: string | null;
  readonly workflow: Workflow;
  readonly usdPerRun: number;
  readonly maxPixels: number;
  /** For a whole run, with its turn in the server's queue. */
  readonly runLimitMs: number;
  readonly codec: PictureCodec;
  readonly clock?: Clock;
};

const limits: ServiceLimits = { timeoutMs: 30_000, maxBytes: 64_000_000, perMinute: 600, firstWaitMs: 1_000 };
/** The rest is laying it back. */
const waitedShare = 0.9;
const mostPixels = 40_000_000;

/** A user's own workflow on a ComfyUI server. */
export function createComfyui(options: ComfyuiOptions): Engine {
  const { url, key, clock = realClock } = options;
  const service = openService({ name: 'ComfyUI', key, limits, clock });
  const tools: Tools = { ...options, clock, server: openComfyServer(service, url, key) };
  return {
    facts: factsOf(options),
    runsIn: 'elsewhere',
    run: (request, signal, progress) => run(tools, request, { signal, progress }),
  };
}

type Tools = ComfyuiOptions & { readonly clock: Clock; readonly server: ComfyServer };
type Run = { readonly signal: AbortSignal; readonly progress: ReportProgress };

/** Without a prompt it can only take things away. */
const wordless: readonly IntentKind[] = ['remove'];
const drawing: readonly IntentKind[] = ['remove', 'recolour', 'relight', 'extend', 'replace', 'add'];

function factsOf({ name, workflow, usdPerRun, maxPixels }: ComfyuiOptions): EngineFacts {
  return {
    name,
    version: sha256Hex(new TextEncoder().encode(JSON.stringify(workflow.nodes))).slice(0, 12),
    kinds: workflow.slots.prompt ? drawing : wordless,
    nativeSizes: [],
    maxPixels,
    seconds: { base: 5, perMegapixel: 15 },
    usd: { perRun: usdPerRun, perMegapixel: 0 },
  };
}

async function run(
  tools: Tools,
  request: EngineRequest,
  { signal, progress }: Run,
): Promise<readonly EngineCandidate[]> {
  const { server, workflow, codec, runLimitMs } = tools;
  const limit = AbortSignal.timeout(runLimitMs);
  const ending = AbortSignal.any([signal, limit]);
  try {
    const unfit = checkWorkflow(workflow, await server.objectInfo(ending));
    if (unfit)
      throw serviceError('engine.request-refused', `The workflow doesn’t fit this ComfyUI. ${unfit}`, 0);
    const canvas = makeCanvas(request, []);
    const [image, mask] = await Promise.all(
      [canvas.picture, canvas.mask].map(async (picture) => {
        const png = await codec.encodePng(picture);
        return server.upload(`${sha256Hex(png)}.png`, png, ending);
      }),
    );
    if (!image || !mask) throw new Error('Two pictures were sent');
    const sayOf = together(progress);
    const drawn: Drawing = { request, canvas, image, mask };
    return await runVariants(request, { signal: ending, progress: () => undefined }, (seed, variant) =>
      draw(tools, drawn, { seed, variant, signal: ending, progress: sayOf(variant) }),
    );
  } catch (error) {
    signal.throwIfAborted();
    if (!limit.aborted) throw error;
    throw serviceError('engine.timed-out', `ComfyUI did not finish within ${runLimitMs / 1000} s.`);
  }
}

/**
 * Several are drawn at once, as one run: how far the furthest is, and until one of them is drawn the place in the
 * queue of the one that comes first.
 */
function together(progress: ReportProgress): (variant: number) => ReportProgress {
  let furthest = 0;
  let isDrawn = false;
  const places = new Map<number, number>();
  return (variant) =>
    (fraction, { ahead, preview } = {}) => {
      furthest = Math.max(furthest, fraction);
      if (ahead === undefined) isDrawn = true;
      else places.set(variant, ahead);
      progress(furthest, {
        ...(!isDrawn && { ahead: Math.min(...places.values()) }),
        ...(preview && { preview }),
      });
    };
}

type Drawing = {
  readonly request: EngineRequest;
  readonly canvas: Canvas;
  readonly image: string;
  readonly mask: string;
};

async function draw(
  tools: Tools,
  { request, canvas, image, mask }: Drawing,
  { seed, variant, signal, progress }: Run & { readonly seed: number; readonly variant: number },
): Promise<EngineCandidate> {
  const { server, workflow, codec, usdPerRun } = tools;
  const prompt = promptOf(request);
  const strength = takesStrength(workflow) ? request.strength : 1;
  const nodes = fillWorkflow(workflow, { image, mask, prompt, seed, strength });
  const files = await drawOnServer(tools, nodes, { variant, signal, progress });
  const file = pictureIn(files, workflow.output);
  if (!file) throw serviceError('engine.not-understood', 'The workflow saved no picture.', usdPerRun);
  const returned = await codec.decode(await server.view(file, signal), mostPixels);
  if (!returned) throw serviceError('engine.not-understood', 'What ComfyUI sent is no picture.', usdPerRun);
  const laid = layAnswer({ name: 'ComfyUI', request, canvas, returned, usd: usdPerRun });
  const provenance = {
    service: 'comfyui',
    workflow: factsOf(tools).version,
    seed,
    strength,
    promptDigest: sha256Hex(new TextEncoder().encode(prompt)),
    ...laid.provenance,
  };
  return { ...laid, seed, usd: usdPerRun, provenance };
}

async function drawOnServer(
  { server, url, key, clock }: Tools,
  nodes: ReturnType<typeof fillWorkflow>,
  { variant, signal, progress }: Run & { readonly variant: number },
): Promise<ReadonlyMap<string, readonly ServerFile[]>> {
  const clientId = randomUUID();
  const hasEnded = async (promptId: string, ending: AbortSignal) =>
    (await server.outputs(promptId, ending)) !== null;
  const follower = await openFollower({ url, key, clientId, clock, hasEnded });
  let sent: string | null = null;
  let runs = false;
  try {
    const promptId = await server.queue(nodes, clientId, signal);
    sent = promptId;
    await follower.follow(promptId, signal, (message) => {
      if (message.kind === 'started') {
        runs = true;
        progress(0);
      }
      if (message.kind === 'queue' && !runs) void sayAhead(server, promptId, { signal, progress });
      if (message.kind === 'step') progress(message.fraction * waitedShare);
      if (message.kind === 'preview') progress(0, { preview: { variant, bytes: message.bytes } });
    });
    const files = await server.outputs(promptId, signal);
    if (!files) throw serviceError('engine.not-understood', 'ComfyUI keeps nothing of what it drew.');
    return files;
  } catch (error) {
    if (sent && signal.aborted) await server.giveUp(sent).catch(() => undefined);
    throw error;
  } finally {
    follower.close();
  }
}

async function sayAhead(server: ComfyServer, promptId: string, { signal, progress }: Run): Promise<void> {
  // Only told to those who wait; a server that doesn't say is no reason to stop.
  const ahead = await server.ahead(promptId, signal).catch(() => null);
  if (ahead !== null) progress(0, { ahead });
}

function pictureIn(
  files: ReadonlyMap<string, readonly ServerFile[]>,
  output: string | null,
): ServerFile | undefined {
  if (output) return files.get(output)?.[0];
  const all = [...files.values()].flat();
  return all.find(({ type }) => type === 'output') ?? all[0];
}
