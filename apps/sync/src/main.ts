import { parseArgs } from 'node:util';
import { createLog, readConfig, stopWhenAsked, stopWithinMs, watchProcess } from '@pinpaint/config';
import { openPlain } from './openPlain.ts';
import { openSync } from './openSync.ts';

const { values } = parseArgs({ options: { open: { type: 'string' } } });
const read = readConfig(process.env);
if (!read.ok) fail(read.error.says);
const config = read.value;
const log = createLog({ logLevel: config.logLevel, name: 'sync' });
if (values.open) {
  const plain = await openPlain({ room: values.open, config, log });
  stopWhenAsked(plain.stop, log, { withinMs: stopWithinMs });
  log.info(
    { host: plain.host, port: plain.port, room: values.open },
    'listening, to anybody on this machine',
  );
} else {
  const { databaseUrl } = config;
  if (!databaseUrl) fail('DATABASE_URL is needed: the room server has no database of its own.');
  const watched = await watchProcess(config, { service: 'pinpaint-sync', log });
  const sync = await openSync({ config, databaseUrl, log, metrics: watched.metrics });
  stopWhenAsked(() => sync.stop().finally(watched.stop), log, { withinMs: stopWithinMs });
  log.info({ host: config.host, port: config.port, nodeId: sync.nodeId }, 'listening');
}

function fail(says: string): never {
  console.error(says);
  process.exit(1);
}
