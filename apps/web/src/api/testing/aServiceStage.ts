import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { aBoard, aStudio } from '@pinpaint/actions/testing';
import { newId, type Region } from '@pinpaint/domain';
import { cutFile } from '@pinpaint/pictures/testing';
import { expect } from 'vitest';
import { openEngineStack } from './openEngineStack.ts';
import { type FakeService, startFake } from './startFake.ts';
import { until } from './until.ts';
import { uploadPicture } from './uploadPicture.ts';

const fixtures = join(resolve(import.meta.dirname, '../../../../..'), 'fixtures');
/** The dandelion and what is around it: all of its sixteen megapixels would take a minute. */
const part = { x: 900, y: 200, width: 1400, height: 1400 };
const slowMs = 90_000;

type StageWish = {
  readonly service: Parameters<typeof startFake>[0];
  /** What the worker's environment says, once the service's address is known. */
  readonly said: (url: string) => Readonly<Record<string, string>>;
};

export type ServiceStage = Awaited<ReturnType<typeof openServiceStage>>;

/** A hosted service, the worker that has its key, and the note “add a small ladybird on the big dandelion”. */
export async function openServiceStage(url: string, { service, said }: StageWish) {
  const heard: string[] = [];
  const fake: FakeService = await startFake(service);
  const stack = await openEngineStack(url, said(fake.url), (text) => heard.push(text));
  const studio = await aStudio(stack.api.ctx);
  const as = studio.people.artist.token;
  const { cases } = JSON.parse(await readFile(join(fixtures, 'cases.json'), 'utf8'));
  const { note, image, region: points } = cases.find(({ id }: { id: string }) => id === 'ladybird-add');
  const moved = points.map(([x = 0, y = 0]: readonly number[]) => [x - part.x, y - part.y]);
  const region: Region = { kind: 'lasso', points: moved };
  const board = await aBoard(stack.api.ctx, studio);
  const file = await cutFile(await readFile(join(fixtures, image)), part);
  const frameId = await uploadPicture(stack.api, { boardId: board.id, as, file });

  const ask = (what: string, json?: object, token = as) =>
    stack.api.ask(what, { as: token, ...(json && { json }) });

  async function aPin(): Promise<string> {
    const id = newId();
    expect((await ask(`POST /frames/${frameId}/pins`, { id, region, note })).status).toBe(201);
    return id;
  }

  /** The note, run on the cheapest that can, until it has come to something. */
  async function anEdit() {
    const id = newId();
    const started = await ask(`POST /pins/${await aPin()}/edits`, { id, seed: 7 });
    expect(started.status).toBe(201);
    const look = async () => {
      const { json } = await ask(`GET /edits/${id}`);
      return json.state !== 'queued' && json.state !== 'running' && json;
    };
    return until('the edit has ended', look, slowMs);
  }

  /** Its best candidate, accepted, submitted and approved: the version, and what was proven of it. */
  async function approve(editId: string) {
    const [candidate] = (await ask(`GET /edits/${editId}/candidates`)).json.items;
    const accepted = await ask(`POST /candidates/${candidate.id}/accept`, {});
    expect(accepted.status).toBe(201);
    const { versionId } = accepted.json;
    await ask(`POST /versions/${versionId}/submit`, {});
    const look = async () => {
      const { json } = await ask(`GET /versions/${versionId}`);
      return json.proof && json;
    };
    const { digest, proof } = await until('the proof is there', look, slowMs);
    const verdict = { digest, kind: 'approve', comment: null };
    await ask(`POST /versions/${versionId}/decision`, verdict, studio.people.director.token);
    const { state } = (await ask(`GET /versions/${versionId}`)).json;
    return { candidate, proof, state };
  }

  return {
    fake,
    stack,
    ask,
    studio,
    boardId: board.id,
    projectId: board.projectId,
    aPin,
    anEdit,
    approve,
    log: () => heard.join(''),
    async stop() {
      await stack.stop();
      await fake.stop();
    },
  };
}
