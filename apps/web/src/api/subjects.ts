import { boardRoutes } from './boards/boards.route.ts';
import type { Routes } from './env.ts';
import { eventRoutes } from './events/events.route.ts';
import { eventStreamRoutes } from './events/stream.route.ts';
import { frameRoutes } from './frames/frames.route.ts';
import { tileRoutes } from './frames/tiles.route.ts';
import { enterRoutes } from './guests/enter.route.ts';
import { reviewRoutes } from './guests/review.route.ts';
import { layerRoutes } from './layers/layers.route.ts';
import { ledgerRoutes } from './ledger/ledger.route.ts';
import { linkRoutes } from './links/links.route.ts';
import { lockRoutes } from './locks/locks.route.ts';
import { memberRoutes } from './members/members.route.ts';
import { pinRoutes } from './pins/pins.route.ts';
import { projectRoutes } from './projects/projects.route.ts';
import { renditionRoutes } from './renditions/renditions.route.ts';
import { studioRoutes } from './studios/studios.route.ts';
import { tokenRoutes } from './tokens/tokens.route.ts';
import { workerTokenRoutes } from './tokens/workerTokens.route.ts';
import { versionRoutes } from './versions/versions.route.ts';

/** For those nobody knows yet. */
export const openSubjects: readonly Routes[] = [enterRoutes];

/** For engine workers, under /worker. */
export const workerSubjects: readonly Routes[] = [];

/** For people and guests, in the order of the document. */
export const subjects: readonly Routes[] = [
  studioRoutes,
  memberRoutes,
  tokenRoutes,
  projectRoutes,
  boardRoutes,
  (ctx, { uploads }) => frameRoutes(ctx, uploads),
  tileRoutes,
  lockRoutes,
  pinRoutes,
  versionRoutes,
  layerRoutes,
  renditionRoutes,
  linkRoutes,
  reviewRoutes,
  eventRoutes,
  eventStreamRoutes,
  ledgerRoutes,
  workerTokenRoutes,
];
