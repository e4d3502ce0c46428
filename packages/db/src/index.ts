export { createDb, type Db, type Json, type Tx } from './createDb.ts';
export { Prisma } from './generated/client.ts';
export type { Deed, DeedActor, Scope } from './ledger/deed.ts';
export { type EventScope, readEvents, type StoredEvent } from './ledger/readEvents.ts';
export { type Listening, listen } from './news/listen.ts';
export { newsChannel, workChannel } from './news/newsChannel.ts';
export { createQueue, type Queue } from './queue/createQueue.ts';
export { type JobName, type Jobs, jobNames } from './queue/jobs.ts';
export { type Writing, writing } from './writing.ts';
