import { resolve } from 'node:path';
import { describePostgresFailure, startEmbeddedPostgres } from '@pinpaint/db/embedded';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Which data folder? As in: npm run postgres -- /tmp/pinpaint-tests-x');
  process.exit(2);
}
const started = await startEmbeddedPostgres({ dataDir: resolve(folder) });
if (!started.ok) {
  console.error(describePostgresFailure(started.error));
  process.exit(1);
}
console.log(`${started.value.url}\nCtrl-C stops it.`);
process.once('SIGINT', started.value.stop);
process.once('SIGTERM', started.value.stop);
