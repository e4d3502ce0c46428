import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { simulateDay } from './scale/simulateDay.ts';

/**
 * `npm run bench -- scale [--people 20000] [--nodes 24] [--minutes 40] [--seed 1] [--json FILE]`: the beginning of a
 * working day in one cell (a database and its nodes), beat by beat, with the real choice of nodes and measured costs.
 * docs/scale.md is made from it.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '20000' },
    nodes: { type: 'string', default: '24' },
    minutes: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const wish = {
  people: Number(values.people),
  nodes: Number(values.nodes),
  minutes: Number(values.minutes),
  seed: Number(values.seed),
};
const text = `${JSON.stringify({ ...wish, ...simulateDay(wish) }, null, 2)}\n`;
if (values.json) await writeFile(values.json, text);
console.log(text);
