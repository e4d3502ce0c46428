import { handOver } from './setup/handOver.mjs';
import { setUp } from './setup.mjs';

await setUp({ build: false });
await handOver('tools/prisma/openPostgres.ts', process.argv.slice(2));
