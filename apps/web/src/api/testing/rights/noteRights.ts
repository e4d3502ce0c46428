import { newId } from '@pinpaint/domain';
import { encodeAlpha } from '@pinpaint/pictures';
import { aPicture, asPng } from '@pinpaint/pictures/testing';
import { asking, changing, type RouteRights, read } from './routeRight.ts';

const png = Buffer.from(await asPng(aPicture()));
const mask = Buffer.from(
  await encodeAlpha({ rect: { x: 0, y: 0, width: 20, height: 20 }, data: new Uint8Array(400).fill(255) }),
);
const octets = { 'content-type': 'application/octet-stream' };
const region = { kind: 'rectangle', x: 10, y: 10, width: 20, height: 20 };

/** Every route about notes and what becomes of them, by the right it needs. */
export const noteRights: RouteRights = {
  'POST /frames/{frameId}/pins': changing('pin.place', 'pin', () => ({
    id: newId(),
    region,
    note: 'warmer',
  })),
  'GET /frames/{frameId}/pins': read('pin.read'),
  'GET /frames/{frameId}/pins?state=open': read('edit.read'),
  'GET /boards/{boardId}/pins': read('pin.read'),
  'GET /boards/{boardId}/edits': read('edit.read'),
  'GET /pins/{pinId}': read('pin.read'),
  'PUT /pins/{pinId}/region': changing('pin.change', 'pin', () => ({ region })),
  'PUT /pins/{pinId}/reading': changing('pin.change', 'pin', () => ({ reading: null })),
  'PUT /pins/{pinId}/assignee': changing('pin.assign', 'pin', () => ({ assigneeId: null })),
  'PUT /pins/{pinId}/due': changing('pin.assign', 'pin', () => ({ dueAt: '2030-01-01T12:00:00Z' })),
  'POST /pins/{pinId}/decline': changing('pin.decline', 'pin', () => ({ reason: 'no' })),
  'POST /pins/{pinId}/resolve': changing('pin.resolve', 'pin'),
  'POST /pins/{pinId}/reopen': changing('pin.reopen', 'declined'),
  'POST /pins/{pinId}/messages': changing('pin.comment', 'pin', () => ({ id: newId(), text: 'why?' })),
  'GET /pins/{pinId}/messages': read('pin.read'),
  'POST /pins/{pinId}/attachments?id=new&name=a': {
    action: 'pin.comment',
    changes: 'pin',
    ask: () => ({ body: png, headers: octets }),
  },
  'GET /pins/{pinId}/attachments': read('pin.read'),
  'GET /pins/{pinId}/attachments/{attachmentId}': read('pin.read'),
  'POST /frames/{frameId}/masks': {
    action: 'pin.place',
    movesNothing: true,
    ask: () => ({ body: mask, headers: octets }),
  },
  'POST /frames/{frameId}/selections': asking('pin.place', () => ({ add: [[20, 20]] })),
  'GET /frames/{frameId}/segmenter': read('pin.place'),
  'GET /pins/{pinId}/mask': read('edit.read'),
  'GET /pins/{pinId}/mask.png': read('edit.read'),
  'POST /frames/{frameId}/mask': asking('edit.read', () => ({ region })),
  'POST /frames/{frameId}/mask.png': asking('edit.read', () => ({ region })),
  'GET /pins/{pinId}/estimate': read('edit.estimate'),
  'POST /pins/{pinId}/edits': changing('edit.start', 'pin', () => ({ id: newId() })),
  'POST /edits/{editId}/retry': changing('edit.start', 'cancelled', () => ({ id: newId() })),
  'POST /edits/{editId}/cancel': changing('edit.cancel', 'queued'),
  'POST /edits/{editId}/discard': changing('candidate.discard', 'proposed'),
  'GET /edits/{editId}': read('edit.read'),
  'GET /frames/{frameId}/edits': read('edit.read'),
  'GET /boards/{boardId}/charges': read('edit.read'),
  'GET /edits/{editId}/permitted.png': read('edit.read'),
  'GET /edits/{editId}/preview.webp': read('edit.read'),
  'GET /edits/{editId}/candidates': read('edit.read'),
  'POST /candidates/{candidateId}/accept': changing('candidate.accept', 'proposed', () => ({})),
  'POST /candidates/{candidateId}/discard': changing('candidate.discard', 'proposed'),
  'GET /candidates/{candidateId}/patch.png': read('edit.read'),
  'GET /candidates/{candidateId}/alpha.png': read('edit.read'),
  'GET /candidates/{candidateId}/preview.png': read('edit.read'),
  'GET /candidates/{candidateId}/overlay.png': read('edit.read'),
};
