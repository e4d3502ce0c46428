import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fuzzRoom } from '@pinpaint/rooms/testing';

/** `npm run bench -- fuzz --inputs N --seed S`: hostile messages into rooms where others are, and what they have cost those. */
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    inputs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
});
const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
// Yjs tells of each who writes under another's number.
console.log = () => undefined;
const startedAt = performance.now();
const wrongs = await fuzzRoom({ seed, inputs });
const figures = { seed, inputs, seconds: (performance.now() - startedAt) / 1000, wrongs };
const text = `${JSON.stringify(figures, null, 2)}\n`;
if (values.json) await writeFile(values.json, text);
process.stdout.write(text);
if (wrongs.length > 0) process.exitCode = 1;
