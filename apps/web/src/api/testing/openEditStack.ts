import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Hosted } from '@pinpaint/actions';
import { aBoard, aStudio, type TestStudio } from '@pinpaint/actions/testing';
import { isPresent } from '@pinpaint/db';
import { type EditId, type FrameId, newId, type PinId, type Region } from '@pinpaint/domain';
import { openPixels } from '@pinpaint/pictures';
import { openTestApi, type TestApi } from './openTestApi.ts';
import { until } from './until.ts';

const checkout = resolve(import.meta.dirname, '../../../../..');

/** The API with a renderer beside it: everything an edit needs but the engine. */
export type EditStack = {
  readonly api: TestApi;
  /** Ends it in the midst of whatever it is at, and starts another. */
  restartRenderer(): Promise<void>;
  stop(): Promise<void>;
};

export type StackParts = {
  /** What the renderer's environment says besides. */
  readonly said?: Readonly<Record<string, string>>;
  /** Gets all that the renderer writes; without it errors go to the console. */
  readonly heard?: (text: string) => void;
  /** What the API is told of services. */
  readonly hosted?: Hosted;
};

export async function openEditStack(url: string, parts: StackParts = {}): Promise<EditStack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-stack-'));
  const pixels = openPixels({ threads: 1 });
  const api = await openTestApi(url, {
    pixels,
    blobDir: join(dataDir, 'blobs'),
    ...(parts.hosted && { hosted: parts.hosted }),
  });
  let renderer = await start();

  async function start(): Promise<ChildProcess> {
    const started = startRenderer({ url, dataDir, ...parts });
    await until('the renderer is there', async () => {
      if (started.exitCode !== null) throw new Error(`The renderer ended with ${started.exitCode}`);
      return isPresent(api.ctx.db, 'renderer');
    });
    return started;
  }

  return {
    api,
    async restartRenderer() {
      const ended = once(renderer, 'exit');
      renderer.kill('SIGKILL');
      await ended;
      renderer = await start();
    },
    async stop() {
      const ended = once(renderer, 'exit');
      if (renderer.exitCode === null && renderer.kill('SIGTERM')) await ended;
      await Promise.all([api.stop(), pixels.stop()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A process of its own, as in real life: no app imports another. */
function startRenderer({
  url,
  dataDir,
  said = {},
  heard,
}: StackParts & { readonly url: string; readonly dataDir: string }): ChildProcess {
  const renderer = spawn(process.execPath, [join(checkout, 'apps/worker/src/main.ts')], {
    env: {
      ...process.env,
      ...said,
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      WORKER_ROLES: 'render',
      LOG_LEVEL: heard ? 'trace' : 'error',
    },
    stdio: heard ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  for (const stream of [renderer.stdout, renderer.stderr])
    stream?.setEncoding('utf8').on('data', heard ?? (() => undefined));
  return renderer;
}

export type EditPlace = TestStudio & {
  readonly frameId: FrameId;
  readonly projectId: string;
  readonly boardId: string;
};

/** A photograph of 600 × 400 whose master is made, in a project of its own; in a new studio, unless told. */
export async function aPhotograph(api: TestApi, inStudio?: TestStudio): Promise<EditPlace> {
  const studio = inStudio ?? (await aStudio(api.ctx));
  const board = await aBoard(api.ctx, studio);
  const frameId = newId<FrameId>();
  const body = await readFile(join(checkout, 'fixtures/coffee.png'));
  const as = studio.people.artist.token;
  const added = await api.ask(`POST /boards/${board.id}/frames?id=${frameId}&name=coffee`, {
    as,
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });
  if (added.status !== 201) throw new Error(`The photograph was refused: ${JSON.stringify(added.json)}`);
  await until(
    'the master is made',
    async () => (await api.ask(`GET /frames/${frameId}`, { as })).json.state === 'ready',
  );
  return { ...studio, frameId, boardId: board.id, projectId: board.projectId };
}

type PinWish = { readonly region?: Region; readonly note?: string };

export const middle: Region = { kind: 'rectangle', x: 200, y: 150, width: 100, height: 80 };

/** A pin of the artist's that `grade` can do. */
export async function aPin(api: TestApi, place: EditPlace, wish: PinWish = {}): Promise<PinId> {
  const id = newId<PinId>();
  const placed = await api.ask(`POST /frames/${place.frameId}/pins`, {
    as: place.people.artist.token,
    json: { id, region: wish.region ?? middle, note: wish.note ?? 'make the cup blue' },
  });
  if (placed.status !== 201) throw new Error(`The pin was refused: ${JSON.stringify(placed.json)}`);
  return id;
}

/** An edit of a new pin, queued. */
export async function aQueuedEdit(
  api: TestApi,
  place: EditPlace,
  {
    as = place.people.artist.token,
    variants = 1,
    ...wish
  }: PinWish & { as?: string; variants?: number } = {},
): Promise<{ readonly editId: EditId; readonly pinId: PinId }> {
  const pinId = await aPin(api, place, wish);
  const editId = newId<EditId>();
  const started = await api.ask(`POST /pins/${pinId}/edits`, { as, json: { id: editId, seed: 7, variants } });
  if (started.status !== 201) throw new Error(`The edit was refused: ${JSON.stringify(started.json)}`);
  return { editId, pinId };
}
