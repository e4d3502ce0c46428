import { aBoard, aGuest, aLayer, aLink, aStudio } from '@pinpaint/actions/testing';
import type { FrameId, VersionId } from '@pinpaint/domain';
import { aPicture, asPng, fileOf, samplesOf } from '@pinpaint/pictures/testing';
import { layerFiles } from './layerFiles.ts';
import { openEditStack, type StackParts } from './openEditStack.ts';
import { until } from './until.ts';
import { uploadPicture } from './uploadPicture.ts';

/** Where the layer of `aVersion` lies. */
export const layerRect = { x: 5, y: 5, width: 20, height: 10 };

/** A studio on the real API with a real renderer beside it, and what tests of pictures do there again and again. */
export async function openPictureStudio(url: string, parts: StackParts = {}) {
  const stack = await openEditStack(url, parts);
  const { api } = stack;
  const studio = await aStudio(api.ctx);
  const board = await aBoard(api.ctx, studio);
  const guest = await aGuest(api.ctx, await aLink(api.ctx, studio, { projectId: board.projectId }));
  const as = studio.people.artist.token;

  /** Uploads a picture and waits for its master; `v1` is its first version. */
  async function aFrame(file: Uint8Array): Promise<{ frameId: FrameId; v1: VersionId }> {
    const frameId = await uploadPicture(api, { boardId: board.id, as, file });
    const { items } = (await api.ask(`GET /frames/${frameId}/versions`, { as })).json;
    return { frameId, v1: items[0].id };
  }

  /** The version, once the renderer has proved it. */
  function proved(versionId: VersionId) {
    return until('it is proved', async () => {
      const { json } = await api.ask(`GET /versions/${versionId}`, { as });
      return json.proof && json;
    });
  }

  async function submit(versionId: VersionId) {
    const { json, status } = await api.ask(`POST /versions/${versionId}/submit`, { as });
    if (status !== 200) throw new Error(`The draft was not submitted: ${JSON.stringify(json)}`);
    return proved(versionId);
  }

  /** v2 of a small picture with one layer in `layerRect`, proved. */
  async function aVersion() {
    const { frameId } = await aFrame(await asPng(aPicture()));
    const files = await layerFiles(layerRect);
    const layer = await aLayer(api.ctx, studio, { frameId, rect: layerRect, files });
    const { digest, proof } = await submit(layer.versionId);
    return { frameId, versionId: layer.versionId, layerId: layer.layerId, digest, proof };
  }

  /** As the director. */
  async function approve({ versionId, digest }: { readonly versionId: VersionId; readonly digest: string }) {
    const json = { kind: 'approve', digest };
    const director = studio.people.director.token;
    const { status } = await api.ask(`POST /versions/${versionId}/decision`, { as: director, json });
    if (status !== 200) throw new Error(`The version was not approved: ${status}`);
  }

  /** The samples of a picture that a route sends. */
  async function samplesAt(what: string, token = as) {
    const answer = await api.fetch(what, { as: token });
    return samplesOf(await fileOf(new Uint8Array(await answer.arrayBuffer())));
  }

  return {
    api,
    studio,
    board,
    guest,
    as,
    aFrame,
    proved,
    submit,
    approve,
    aVersion,
    samplesAt,
    restartRenderer: stack.restartRenderer,
    stop: stack.stop,
  };
}
