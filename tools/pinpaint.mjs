import { handOver } from './setup/handOver.mjs';
import { setUp } from './setup.mjs';

await setUp({ build: true });
await handOver('apps/cli/src/main.ts', process.argv.slice(2));
