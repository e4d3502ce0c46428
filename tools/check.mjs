import { handOver } from './setup/handOver.mjs';
import { setUp } from './setup.mjs';

await setUp({ build: false });
await handOver('tools/steps/runCheck.ts', process.argv.slice(2));
