export { type Finding, type FindWish, findRegion, type Looked } from './findRegion.ts';
