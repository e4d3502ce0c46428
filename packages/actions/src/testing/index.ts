export { aCandidate, aLayer, type CandidateWish, type TestCandidate } from './aCandidate.ts';
export { aGuest, aLink, type TestGuest, type TestLink } from './aLink.ts';
export { aMask } from './aMask.ts';
export { aBoard, aProject } from './aProject.ts';
export { aReadyFrame, type TestFrame } from './aReadyFrame.ts';
export { aPerson, aStudio, type TestPerson, type TestStudio } from './aStudio.ts';
export { openTestCtx, type TestCtx, type TestParts } from './openTestCtx.ts';
export { proven } from './proven.ts';
export { valueFrom } from './valueFrom.ts';
