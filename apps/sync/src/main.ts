import { parseArgs } from 'node:util';
import { createLog, readConfig, stopWhenAsked, stopWithinMs, watchProcess } from '@pinpaint/config';
import { openPlain, type Plain } from './openPlain.ts';
import { openSync, type Sync } from './openSync.ts';

const { values } = parseArgs({ options: { open: { type: 'string' } } });
const read = readConfig(process.env);
if (!read.ok) fail(read.error.says);
const config = read.value;
const log = createLog({ logLevel: config.logLevel, name: 'sync' });
if (values.open) {
  let plain: Plain | undefined;
  stopWhenAsked(async () => plain?.stop(), log, { withinMs: stopWithinMs });
  plain = await openPlain({ room: values.open, config, log });
  log.info(
    { host: plain.host, port: plain.port, room: values.open },
    'listening, to anybody on this machine',
  );
} else {
  const { databaseUrl } = config;
  if (!databaseUrl) fail('DATABASE_URL is needed: the room server has no database of its own.');
  const watched = await watchProcess(config, { service: 'pinpaint-sync', log });
  let sync: Sync | undefined;
  const stop = async () => sync?.stop();
  stopWhenAsked(() => stop().finally(watched.stop), log, { withinMs: stopWithinMs });
  sync = await openSync({ config, databaseUrl, log, metrics: watched.metrics });
  log.info({ host: config.host, port: config.port, nodeId: sync.nodeId }, 'listening');
}

function fail(says: string): never {
  console.error(says);
  process.exit(1);
}
