import { parentPort, workerData } from 'node:worker_threads';
import { type VerifyRequest, verifyVersion } from './verifyVersion.ts';

/** What `verifyInThread` starts: one request, one answer. */
parentPort?.postMessage(await verifyVersion(workerData as VerifyRequest));
