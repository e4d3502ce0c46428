import { handOver } from './setup/handOver.mjs';
import { setUp } from './setup.mjs';

await setUp({ build: true, browser: true });
await handOver('tools/steps/runTests.ts', process.argv.slice(2));
