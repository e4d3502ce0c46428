import { mkdir, writeFile } from 'node:fs/promises';
import { blobHoles } from './blobHoles.ts';
import { figureTable } from './figures/figureTable.ts';
import { type CaseRow, measureCase } from './figures/measureCase.ts';
import { type HoleRow, measureHole } from './figures/measureHole.ts';
import { riskTable } from './figures/riskTable.ts';
import { quantile } from './figures/statistics.ts';
import { readArgs } from './readArgs.ts';
import { caseHole, readPictures } from './readCases.ts';

/**
 * `npm run bench -- figures`: how well the figures that warn tell right from wrong, on holes whose truth is known. With
 * `--out` heal's fills are kept there, and a second run measures the same ones.
 */

const args = readArgs();
const { cases, pictures } = await readPictures(args.cases, args.images);
if (args.out) await mkdir(args.out, { recursive: true });
const names = [...pictures.keys()].toSorted();

const holes: HoleRow[] = [];
for (const [i, hole] of [...blobHoles(pictures, args.holes, args.seed)].entries()) {
  const other = pictures.get(names[(i + 1) % names.length] ?? '');
  if (!other) continue;
  holes.push(await measureHole({ hole, other, out: args.out }));
  console.log(`pinpaint: ${hole.id}`);
}
const ofCases: CaseRow[] = [];
for (const one of args.withCases ? cases : []) {
  const master = pictures.get(one.image);
  const hole = master && caseHole(one, master);
  if (hole) ofCases.push(await measureCase(hole, master));
}
const report = {
  holes: holes.length,
  medianMeasureMs: Math.round(
    quantile(
      holes.map(({ measureMs }) => measureMs),
      0.5,
    ),
  ),
  flags: figureTable(holes),
  risks: riskTable(holes, args.seed),
  cases: ofCases,
};
if (args.json) await writeFile(args.json, `${JSON.stringify(report, null, 2)}\n`);
console.table(report.flags, ['above', 'falseAlarms', 'hits', 'flagged', 'spearmanGmsd', 'spearmanSwd']);
console.table(report.risks, ['above', 'fine', 'wrong', 'spearmanGmsd']);
for (const { id, risks, flags } of ofCases)
  console.log(`${id}: ${[...risks, ...flags].join(', ') || 'nothing'}`);
