import { boardRoutes } from './boards/boards.route.ts';
import { candidateRoutes } from './candidates/candidates.route.ts';
import { carryRoutes } from './carries/carries.route.ts';
import { chargeRoutes } from './charges/charges.route.ts';
import { editRoutes } from './edits/edits.route.ts';
import { estimateRoutes } from './edits/estimates.route.ts';
import type { Routes } from './env.ts';
import { eventRoutes } from './events/events.route.ts';
import { eventStreamRoutes } from './events/stream.route.ts';
import { derivedRoutes } from './frames/derived.route.ts';
import { drawnRoutes } from './frames/drawn.route.ts';
import { frameRoutes } from './frames/frames.route.ts';
import { tileRoutes } from './frames/tiles.route.ts';
import { codeRoutes } from './guests/code.route.ts';
import { enterRoutes } from './guests/enter.route.ts';
import { lookRoutes } from './guests/look.route.ts';
import { reviewRoutes } from './guests/review.route.ts';
import { historyRoutes } from './history/history.route.ts';
import { artworkRoutes } from './kit/artworks.route.ts';
import { kitRoutes } from './kit/kit.route.ts';
import { layerRoutes } from './layers/layers.route.ts';
import { ledgerRoutes } from './ledger/ledger.route.ts';
import { linkRoutes } from './links/links.route.ts';
import { lockRoutes } from './locks/locks.route.ts';
import { maskRoutes } from './masks/masks.route.ts';
import { memberRoutes } from './members/members.route.ts';
import { overviewRoutes } from './overview/overview.route.ts';
import { pinChangeRoutes } from './pins/pinChanges.route.ts';
import { pinRoutes } from './pins/pins.route.ts';
import { threadRoutes } from './pins/thread.route.ts';
import { projectRoutes } from './projects/projects.route.ts';
import { renditionRoutes } from './renditions/renditions.route.ts';
import { roomRoutes } from './rooms/rooms.route.ts';
import { selectionRoutes } from './selections/selections.route.ts';
import { seriesRoutes } from './series/series.route.ts';
import { sessionRoutes } from './sessions/sessions.route.ts';
import { studioRoutes } from './studios/studios.route.ts';
import { tokenRoutes } from './tokens/tokens.route.ts';
import { workerTokenRoutes } from './tokens/workerTokens.route.ts';
import { evidenceRoutes } from './versions/evidence.route.ts';
import { versionRoutes } from './versions/versions.route.ts';
import { answerRoutes } from './workers/answer.route.ts';
import { previewRoutes } from './workers/preview.route.ts';
import { selectionWorkRoutes } from './workers/selections.route.ts';
import { workerProtocolRoutes } from './workers/worker.route.ts';
import { workerRoutes } from './workers/workers.route.ts';

/** For those nobody knows yet. */
export const openSubjects: readonly Routes[] = [lookRoutes, codeRoutes, enterRoutes];

/** For engine workers, under /worker. */
export const workerSubjects: readonly Routes[] = [
  workerProtocolRoutes,
  answerRoutes,
  previewRoutes,
  selectionWorkRoutes,
];

/** For people and guests, in the order of the document. */
export const subjects: readonly Routes[] = [
  studioRoutes,
  memberRoutes,
  tokenRoutes,
  sessionRoutes,
  overviewRoutes,
  projectRoutes,
  kitRoutes,
  artworkRoutes,
  boardRoutes,
  roomRoutes,
  historyRoutes,
  (ctx, { uploads }) => frameRoutes(ctx, uploads),
  derivedRoutes,
  drawnRoutes,
  tileRoutes,
  seriesRoutes,
  lockRoutes,
  pinRoutes,
  pinChangeRoutes,
  threadRoutes,
  maskRoutes,
  selectionRoutes,
  estimateRoutes,
  editRoutes,
  chargeRoutes,
  carryRoutes,
  candidateRoutes,
  versionRoutes,
  evidenceRoutes,
  layerRoutes,
  renditionRoutes,
  linkRoutes,
  reviewRoutes,
  eventRoutes,
  eventStreamRoutes,
  ledgerRoutes,
  workerTokenRoutes,
  workerRoutes,
];
