import { handOver } from './setup/handOver.mjs';
import { setUp } from './setup.mjs';

const words = process.argv.slice(2);
/** The others show no page, and a new build would take the old one's files from a server that runs on them. */
const showsPages = ['up', 'demo', 'bench'].includes(words[0] ?? '');

await setUp({ build: showsPages });
await handOver('apps/cli/src/main.ts', words);
