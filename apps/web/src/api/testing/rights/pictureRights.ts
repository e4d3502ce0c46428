import { newId } from '@pinpaint/domain';
import { aPicture, asPng } from '@pinpaint/pictures/testing';
import { changing, type RouteRights, read } from './routeRight.ts';

const png = Buffer.from(await asPng(aPicture()));

export const lockRect = { x: 10, y: 10, width: 20, height: 20 };

/** Every route about pictures, by the right it needs. */
export const pictureRights: RouteRights = {
  'POST /boards/{boardId}/frames?id=new&name=a': {
    action: 'frame.upload',
    changes: 'submitted',
    ask: () => ({ body: png, headers: { 'content-type': 'application/octet-stream' } }),
  },
  'POST /boards/{boardId}/frames/drawn': changing('frame.upload', 'submitted', () => ({
    id: newId(),
    name: 'a',
    prompt: 'a field of dandelions',
  })),
  'GET /boards/{boardId}/frames/drawn/estimate': read('frame.upload'),
  'GET /boards/{boardId}/frames': read('frame.read'),
  'GET /frames/{frameId}': read('frame.read'),
  'PATCH /frames/{frameId}': changing('frame.manage', 'submitted', () => ({ archived: true })),
  'GET /frames/{frameId}/thumbnail': read('frame.read'),
  'GET /frames/{frameId}/master': read('frame.read'),
  'GET /frames/{frameId}/tiles': read('frame.read'),
  'GET /frames/{frameId}/tiles/{level}/{x}/{y}': read('frame.read'),
  'GET /versions/{versionId}/tiles': read('version.read'),
  'GET /versions/{versionId}/tiles/{level}/{x}/{y}': read('version.read'),
  'POST /frames/{frameId}/locks': changing('lock.set', 'submitted', () => ({
    id: newId(),
    name: 'logo',
    region: { kind: 'rectangle', ...lockRect },
  })),
  'GET /frames/{frameId}/locks': read('lock.read'),
  'GET /boards/{boardId}/locks': read('lock.read'),
  'GET /boards/{boardId}/versions': read('version.read'),
  'DELETE /locks/{lockId}': changing('lock.remove', 'submitted'),
  'GET /frames/{frameId}/versions': read('version.read'),
  'GET /versions/{versionId}': read('version.read'),
  'POST /frames/{frameId}/draft': changing('layer.change', 'submitted'),
  'GET /versions/{versionId}/thumbnail': read('version.read'),
  'POST /versions/{versionId}/submit': changing('version.submit', 'draft'),
  'POST /versions/{versionId}/withdraw': changing('version.withdraw', 'submitted'),
  'POST /versions/{versionId}/discard': changing('version.discard', 'draft'),
  'POST /versions/{versionId}/decision': changing('version.decide', 'submitted', ({ digest }) => ({
    kind: 'approve',
    digest,
  })),
  'POST /versions/{versionId}/sign-off': changing('version.signOff', 'submitted', ({ digest }) => ({
    kind: 'sign_off',
    digest,
  })),
  'GET /versions/{versionId}/evidence': read('version.read'),
  'GET /versions/{versionId}/verify': read('version.read'),
  'GET /versions/{versionId}/master': read('version.read'),
  'GET /versions/{versionId}/result': read('version.read'),
  'GET /versions/{versionId}/permitted/{n}': read('version.read'),
  'GET /versions/{versionId}/lock-masks/{n}': read('version.read'),
  'PATCH /versions/{versionId}/layers/{layerId}': changing('layer.change', 'draft', () => ({
    visible: false,
  })),
  'DELETE /versions/{versionId}/layers/{layerId}': changing('layer.change', 'draft'),
  'PUT /versions/{versionId}/layers': changing('layer.change', 'draft', ({ layerId }) => ({
    order: [layerId],
  })),
  'GET /versions/{versionId}/layers/{layerId}/{part}': read('version.read'),
  'GET /versions/{versionId}/layers/{layerId}/overlay.png': read('version.read'),
  'POST /versions/{versionId}/renditions': changing('rendition.make', 'approved', () => ({
    format: 'tiff',
  })),
  'POST /versions/{versionId}/renditions/steps': changing('rendition.make', 'approved', () => ({
    steps: [{ kind: 'upscale', scale: 2 }],
  })),
  'POST /renditions/{renditionId}/cancel': changing('rendition.make', 'making'),
  'GET /versions/{versionId}/renditions/film': read('rendition.make'),
  'GET /versions/{versionId}/renditions': read('rendition.read'),
  'GET /renditions/{renditionId}': read('rendition.read'),
  'GET /renditions/{renditionId}/file': read('rendition.read'),
};
