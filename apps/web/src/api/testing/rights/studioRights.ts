import { newId, type PinId } from '@pinpaint/domain';
import { aPicture, asPng } from '@pinpaint/pictures/testing';
import { asking, changing, making, newThing, type RouteRights, read } from './routeRight.ts';

const png = Buffer.from(await asPng(aPicture()));
const newColour = () => ({ id: newId(), name: newId(), hex: '#0047ab' });
const newMember = () => ({ ...newThing(), email: `${newId<PinId>()}@example.test`, role: 'artist' });

/** Every route about a studio, its people, projects and workers, by the right it needs. */
export const studioRights: RouteRights = {
  'GET /studio': read('studio.read'),
  'GET /me': read('studio.read'),
  'PATCH /studio': making('studio.manage', () => ({ name: 'renamed' })),
  'GET /studio/spending': read('studio.manage'),
  'PATCH /studio/spending': making('studio.manage', () => ({ usdPerDay: 20 })),
  'GET /members': read('member.read'),
  'GET /members?projectId={projectId}': read('member.read'),
  'POST /members': making('member.manage', newMember),
  'PATCH /members/{memberId}': changing('member.manage', 'member', () => ({ role: 'client' })),
  'DELETE /members/{memberId}': changing('member.manage', 'member'),
  'GET /tokens': read('token.manage'),
  'POST /tokens': making('token.manage'),
  'GET /overview': read('project.read'),
  'GET /overview?archived=true': read('project.read'),
  'GET /search?text=a': read('project.read'),
  'GET /waiting': read('project.read'),
  'GET /projects': read('project.read'),
  'GET /projects/{projectId}': read('project.read'),
  'GET /projects/{projectId}/people': read('member.read'),
  'POST /projects': making('project.create'),
  'PATCH /projects/{projectId}': making('project.manage', () => ({ policy: { start: 'confident' } })),
  'GET /projects/{projectId}/kit': read('kit.read'),
  'POST /projects/{projectId}/artworks?id=new&name={newName}': {
    action: 'kit.change',
    changes: 'newName',
    ask: () => ({ body: png, headers: { 'content-type': 'application/octet-stream' } }),
  },
  'PATCH /artworks/{artworkId}': changing('kit.change', 'artwork', () => ({ name: newId() })),
  'DELETE /artworks/{artworkId}': changing('kit.change', 'artwork'),
  'GET /artworks/{artworkId}/preview.png': read('kit.read'),
  'GET /artworks/{artworkId}/file': read('kit.read'),
  'POST /projects/{projectId}/colours': making('kit.change', newColour),
  'PATCH /colours/{colourId}': changing('kit.change', 'colour', () => ({ hex: '#112233' })),
  'DELETE /colours/{colourId}': changing('kit.change', 'colour'),
  'GET /projects/{projectId}/boards': read('board.read'),
  'GET /boards/{boardId}': read('board.read'),
  'POST /projects/{projectId}/boards': making('board.create'),
  'POST /boards/{boardId}/room': asking('room.read', () => ({})),
  'GET /boards/{boardId}/history': read('room.read'),
  'GET /boards/{boardId}/history/{seq}': read('room.read'),
  'GET /boards/{boardId}/storage': read('room.read'),
  'PATCH /boards/{boardId}': making('board.manage', () => ({ name: 'renamed' })),
  'GET /projects/{projectId}/links': read('link.read'),
  'POST /projects/{projectId}/links': making('link.manage'),
  'DELETE /links/{linkId}': changing('link.manage', 'link'),
  'GET /ledger': read('ledger.read'),
  'GET /ledger?projectId={projectId}': read('ledger.read'),
  'GET /ledger/verify': read('ledger.read'),
  'GET /ledger/export': read('ledger.read'),
  'GET /workers': read('worker.read'),
  'GET /worker-tokens': read('worker.read'),
  'POST /worker-tokens': making('worker.manage'),
  'DELETE /worker-tokens/{tokenId}': changing('worker.manage', 'workerToken'),
};
