import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { simulate } from '@pinpaint/rooms/testing';

/** `npm run bench -- simulate --seeds N --from S`: boards' lives as the seeds have them, and what went wrong in them. */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
  },
});
const from = Number(values.from);
const count = Number(values.seeds);
const wrongs: { readonly seed: number; readonly found: readonly string[] }[] = [];
for (let seed = from; seed < from + count; seed += 1) {
  const found = await simulate(seed);
  if (found.length > 0) {
    wrongs.push({ seed, found });
    console.error(`pinpaint: seed ${seed}: ${found.join('; ')}`);
  }
  if ((seed - from + 1) % 500 === 0)
    console.error(`pinpaint: ${seed - from + 1} lives, ${wrongs.length} wrong`);
}
const text = `${JSON.stringify({ from, count, wrongs }, null, 2)}\n`;
if (values.json) await writeFile(values.json, text);
console.log(text);
if (wrongs.length > 0) process.exitCode = 1;
