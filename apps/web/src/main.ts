import { join } from 'node:path';
import {
  createLog,
  defaultDataDir,
  readConfig,
  stopWhenAsked,
  stopWithinMs,
  watchProcess,
} from '@pinpaint/config';
import { openWeb, type Web } from './server/openWeb.ts';

const config = readConfig(process.env);
if (!config.ok) {
  console.error(`pinpaint web: ${config.error.says}`);
  process.exit(1);
}
const { databaseUrl, dataDir, logLevel } = config.value;
if (!databaseUrl) {
  console.error('pinpaint web: DATABASE_URL is not set; npm start brings a database of its own.');
  process.exit(1);
}
// next-auth knows its own address by this name only; it has no option for it.
process.env.NEXTAUTH_URL = `${config.value.publicUrl}/api/auth`;
const checkout = join(import.meta.dirname, '../../..');
const log = createLog({ logLevel, name: 'web' });
const watched = await watchProcess(config.value, { service: 'pinpaint-web', log });
let web: Web | undefined;
const stop = async () => web?.stop();
stopWhenAsked(() => stop().finally(watched.stop), log, { withinMs: stopWithinMs });
web = await openWeb({
  config: config.value,
  databaseUrl,
  dataDir: dataDir ?? defaultDataDir(checkout, process.env),
  log,
  metrics: watched.metrics,
});
log.info({ host: config.value.host, port: config.value.port }, 'listening');
