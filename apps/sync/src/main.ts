import { createLog, readConfig, stopWhenAsked } from '@pinpaint/config';
import { openSync } from './openSync.ts';

const read = readConfig(process.env);
if (!read.ok) {
  console.error(read.error.says);
  process.exit(1);
}
const config = read.value;
const { databaseUrl } = config;
if (!databaseUrl) {
  console.error('DATABASE_URL is needed: the room server has no database of its own.');
  process.exit(1);
}
const log = createLog({ logLevel: config.logLevel, name: 'sync' });
const sync = await openSync({ config, databaseUrl, log });
stopWhenAsked(sync.stop, log);
log.info({ host: config.host, port: config.port }, 'listening');
