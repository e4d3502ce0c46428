import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openOpenCv } from './select/openOpenCv.ts';
import { readThings } from './select/readThings.ts';
import { scoreThing, type ThingScore } from './select/scoreThing.ts';

/**
 * `npm run bench -- select`: things in the fixtures found from a box, from clicks and from the region that the note
 * came with, against outlines drawn by hand. IoU: what both hold of what either holds; locked pixels don't count.
 */
const { values } = parseArgs({ options: { json: { type: 'string' } } });
const openCv = await openOpenCv();
const scores: ThingScore[] = [];
for await (const thing of readThings()) {
  // The first run of a kind finds cold code; people wait for a warm worker.
  if (scores.length === 0) await scoreThing(thing, openCv);
  const score = await scoreThing(thing, openCv);
  console.error(`pinpaint: ${score.id} box ${score.box.iou} click ${score.click.iou} snap ${score.snap.iou}`);
  scores.push(score);
}
const figures = {
  cases: scores,
  summary: {
    drawn: mean(scores.map(({ drawn }) => drawn.iou)),
    box: summaryOf(({ box }) => box),
    openCvBox: summaryOf(({ openCvBox }) => openCvBox),
    click: summaryOf(({ click }) => click),
    lasso: summaryOf(({ lasso }) => lasso),
    snap: summaryOf(({ snap }) => snap),
  },
};
const text = `${JSON.stringify(figures, null, 2)}\n`;
if (values.json) await writeFile(values.json, text);
console.log(text);

type Figure = ThingScore['box'];

function summaryOf(of: (score: ThingScore) => Figure): Figure {
  const all = scores.map(of);
  return { iou: mean(all.map(({ iou }) => iou)), seconds: mean(all.map(({ seconds }) => seconds)) };
}

function mean(numbers: readonly number[]): number {
  return Math.round((numbers.reduce((sum, n) => sum + n, 0) / numbers.length) * 1_000) / 1_000;
}
