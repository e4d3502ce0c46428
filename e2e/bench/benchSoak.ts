import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { soak } from './sync/soak.ts';

/**
 * `npm run bench -- soak --minutes N`: people join, write, move and idle in rooms of a server that is kept going, and
 * what it holds is looked at all along. The first minutes warm it: only what grows after them tells.
 */
const { values } = parseArgs({
  options: { json: { type: 'string' }, minutes: { type: 'string', default: '10' } },
});
const figures = await soak({
  minutes: Number(values.minutes),
  say: (line) => console.error(`pinpaint: ${line}`),
});
const text = `${JSON.stringify(figures, null, 2)}\n`;
if (values.json) await writeFile(values.json, text);
console.log(text);
