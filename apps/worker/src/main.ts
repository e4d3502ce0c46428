import { resolve } from 'node:path';
import { createLog, defaultDataDir, readConfig, stopWhenAsked, watchProcess } from '@pinpaint/config';
import { ServiceSetupError } from './engine/createServices.ts';
import { startEngineWorker } from './engine/startEngineWorker.ts';
import { startRenderer } from './render/startRenderer.ts';

const config = readConfig(process.env);
if (!config.ok) {
  console.error(config.error.says);
  process.exit(1);
}
const { worker, databaseUrl, s3, logLevel, maxMegapixels, maxHistoryBytes } = config.value;
const log = createLog({ logLevel, name: 'worker' });
const { metrics, ...watched } = await watchProcess(config.value, { service: 'pinpaint-worker', log });
const checkout = resolve(import.meta.dirname, '../../..');
const dataDir = config.value.dataDir ?? defaultDataDir(checkout, process.env);

const parts: { stop(): Promise<void> }[] = [];
// The engine first: what it still answers, the renderer can then publish.
stopWhenAsked(async () => {
  for (const part of parts) await part.stop();
  await watched.stop();
}, log);

if (worker.roles.includes('engine')) {
  if (!worker.token) {
    console.error('WORKER_TOKEN is needed for the role engine.');
    process.exit(1);
  }
  try {
    parts.push(startEngineWorker(worker, { log, metrics }));
  } catch (error) {
    if (!(error instanceof ServiceSetupError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
if (worker.roles.includes('render')) {
  if (!databaseUrl) {
    console.error('DATABASE_URL is needed for the role render.');
    process.exit(1);
  }
  const { services } = worker;
  parts.push(
    await startRenderer({ databaseUrl, dataDir, s3, log, metrics, maxMegapixels, maxHistoryBytes, services }),
  );
}
