import { handOver } from './setup/handOver.mjs';
import { setUp } from './setup.mjs';

const words = process.argv.slice(2);
/** They show no page, and a new build would take the old one's files from a server that runs on them. */
const isWithoutPages = words[0] === 'verify' || words[0] === 'studio';

await setUp({ build: !isWithoutPages });
await handOver('apps/cli/src/main.ts', words);
