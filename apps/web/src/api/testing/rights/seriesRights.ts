import { newId } from '@pinpaint/domain';
import { changing, making, type RouteRights, read } from './routeRight.ts';

/** Every route about series and what is carried in them, by the right it needs. */
export const seriesRights: RouteRights = {
  'POST /versions/{versionId}/derive': changing('frame.upload', 'submitted', () => ({ id: newId() })),
  'GET /frames/{frameId}/derivation': read('series.read'),
  'GET /projects/{projectId}/series': read('series.read'),
  'POST /projects/{projectId}/series': making('series.change'),
  'GET /series/{seriesId}': read('series.read'),
  'PATCH /series/{seriesId}': changing('series.change', 'series', () => ({ name: 'renamed' })),
  'DELETE /series/{seriesId}': changing('series.change', 'series'),
  'POST /series/{seriesId}/frames': changing('series.change', 'series', ({ looseId }) => ({
    frameIds: [looseId],
  })),
  'PUT /series/{seriesId}/frames': changing('series.change', 'series', ({ frameId, otherId }) => ({
    order: [otherId, frameId],
  })),
  'DELETE /series/{seriesId}/frames/{frameId}': changing('series.change', 'series'),
  'POST /edits/{editId}/carries': changing('edit.start', 'edit', () => ({ id: newId() })),
  'GET /edits/{editId}/carries': read('edit.read'),
  'GET /carries/{carryId}': read('edit.read'),
  'POST /carries/{carryId}/run': changing('edit.start', 'found', ({ otherId }) => ({ frameIds: [otherId] })),
  'GET /carries/{carryId}/report': read('edit.read'),
};
