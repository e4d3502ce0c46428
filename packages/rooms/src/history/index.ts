export { type MomentKind, momentKinds } from './gatherMoments.ts';
export { keepHistories } from './keepHistories.ts';
export { listMoments, type Moment, type MomentsPage, type MomentsWish } from './listMoments.ts';
export { stateAt } from './stateAt.ts';
export { type BoardStorage, storageOf } from './storageOf.ts';
export { openPasts, type Pasts } from './thread/openPasts.ts';
export type { PastError, PastErrorCode } from './thread/PastEnded.ts';
