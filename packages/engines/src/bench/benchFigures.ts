import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flags } from '@pinpaint/domain';
import { distanceField, type EditFigure, measureEdit } from '@pinpaint/imaging';
import { createHeal } from '../heal/createHeal.ts';
import { type BlobHole, blobHoles } from './blobHoles.ts';
import { defects, withThing } from './figures/defects.ts';
import { quantile, shareAbove, spearman } from './figures/statistics.ts';
import { fillByHeal } from './fillers.ts';
import { gmsd } from './judge/gmsd.ts';
import { swd } from './judge/swd.ts';
import { cutRgb, type MaskPlane, type Rgb, readRgb, rgb, writeRgb } from './raster.ts';
import { readArgs } from './readArgs.ts';
import { caseHole, readPictures } from './readCases.ts';

const args = readArgs();
const heal = createHeal();
const { cases, pictures } = await readPictures(args.cases, args.images);
if (args.out) await mkdir(args.out, { recursive: true });
const names = [...pictures.keys()].toSorted();

type Figures = Readonly<Record<string, number>>;
const good: Figures[] = [];
const goodOf: Record<string, Figures[]> = {};
const bad: Record<string, Figures[]> = {};
const ours: Figures[] = [];
const errors: { gmsd: number; swd: number }[] = [];
let measureMs = 0;
let measured = 0;

for (const [i, hole] of [...blobHoles(pictures, args.holes, args.seed)].entries()) {
  const other = pictures.get(names[(i + 1) % names.length] ?? '');
  if (!other) continue;
  const place = withThing(hole, pieceOf(other, hole), depthOf(hole.mask));
  const alpha = hole.mask.data;
  good.push(measure(place.thing, hole.truth, alpha));
  for (const [name, make] of Object.entries(defects) as [EditFigure, (typeof defects)[EditFigure]][]) {
    const made = make(place);
    if (args.out && i < 14) await writeRgb(join(args.out, `${hole.id}.${name}.png`), made.bad);
    bad[name] ??= [];
    bad[name].push(measure(made.before, made.bad, alpha, [name]));
    goodOf[name] ??= [];
    goodOf[name].push(
      made.good === hole.truth ? (good.at(-1) ?? {}) : measure(made.before, made.good, alpha, [name]),
    );
  }
  const filled = await fillOnce(hole);
  ours.push({ ...measure(place.thing, filled.picture, alpha), ...filled.figures });
  errors.push({
    gmsd: gmsd(hole.truth, filled.picture, hole.mask),
    swd: swd(hole.truth, filled.picture, hole.mask),
  });
}

async function fillOnce(hole: BlobHole): Promise<{ picture: Rgb; figures: Figures }> {
  const file = args.out ? join(args.out, `${hole.id}.ours.png`) : '';
  if (file && existsSync(file)) {
    return { picture: await readRgb(file), figures: JSON.parse(await readFile(`${file}.json`, 'utf8')) };
  }
  const { picture, figures } = await fillByHeal(hole);
  if (file) {
    await writeRgb(file, picture);
    await writeFile(`${file}.json`, JSON.stringify(figures));
  }
  return { picture, figures };
}

function measure(before: Rgb, after: Rgb, alpha: Uint8Array, only?: readonly EditFigure[]): Figures {
  const since = performance.now();
  const found = measureEdit({ before, after, alpha, change: 'removed' }, only);
  if (!only) {
    measureMs += performance.now() - since;
    measured++;
  }
  return found;
}

function depthOf({ width, height, data }: MaskPlane): Float32Array {
  const outside = data.map((value) => (value === 0 ? 1 : 0));
  return Float32Array.from(distanceField(outside, { width, height }), Math.sqrt);
}

function pieceOf(other: Rgb, { truth: { width, height } }: BlobHole): Rgb {
  const [w, h] = [Math.min(width, other.width), Math.min(height, other.height)];
  return cutRgb(other, {
    x: Math.floor((other.width - w) / 2),
    y: Math.floor((other.height - h) / 2),
    width: w,
    height: h,
  });
}

const all = (rows: readonly Figures[], name: string): number[] => rows.flatMap((row) => row[name] ?? []);
const thresholds: Record<string, number> = Object.fromEntries(
  Object.values(flags).map(({ figure, above }) => [figure, above]),
);
const table = Object.fromEntries(
  Object.keys(defects).map((name) => {
    const above = thresholds[name] ?? Number.NaN;
    const [fine, spoilt, own] = [all(goodOf[name] ?? [], name), all(bad[name] ?? [], name), all(ours, name)];
    const pairs = ours.flatMap((row, i) =>
      row[name] === undefined ? [] : [{ value: row[name], ...errors[i] }],
    );
    const values = pairs.map(({ value }) => value);
    return [
      name,
      {
        measured: [fine.length, spoilt.length, own.length],
        good: [0.5, 0.9, 0.95, 1].map((q) => round(quantile(fine, q))),
        plain: [0.5, 0.9, 0.95, 1].map((q) => round(quantile(all(good, name), q))),
        ours: [0.5, 0.9, 0.95, 1].map((q) => round(quantile(own, q))),
        bad: [0.05, 0.1, 0.25, 0.5].map((q) => round(quantile(spoilt, q))),
        above,
        falseAlarms: round(shareAbove(all(good, name), above)),
        hits: round(shareAbove(spoilt, above)),
        flaggedOurs: round(shareAbove(own, above)),
        gmsd: round(
          spearman(
            values,
            pairs.map((p) => p.gmsd ?? 0),
          ),
        ),
        swd: round(
          spearman(
            values,
            pairs.map((p) => p.swd ?? 0),
          ),
        ),
      },
    ];
  }),
);
console.table(
  Object.entries(table).map(([name, row]) => ({
    name,
    ...Object.fromEntries(Object.entries(row).map(([k, v]) => [k, Array.isArray(v) ? v.join(' ') : v])),
  })),
);
console.log(`measured ${measured}, ${(measureMs / measured).toFixed(0)} ms each`);
for (const extra of ['patchEnergy95', 'seedDisagreement', 'ringResidual95']) {
  console.log(
    extra,
    round(
      spearman(
        all(ours, extra),
        errors.map((e) => e.gmsd),
      ),
    ),
    round(
      spearman(
        all(ours, extra),
        errors.map((e) => e.swd),
      ),
    ),
    [0.5, 0.9, 0.95, 1].map((q) => round(quantile(all(ours, extra), q))).join(' '),
  );
}
for (const one of args.withCases ? cases : []) {
  const whole = pictures.get(one.image);
  const hole = whole && caseHole(one, whole);
  if (!hole) continue;
  const [candidate] = await heal.run(hole.request, new AbortController().signal, () => {});
  if (!candidate) continue;
  const { usedAlpha, patch } = candidate;
  const data = hole.picture.data.slice();
  for (let at = 0; at < data.length; at++) {
    const a = usedAlpha[Math.floor(at / 3)] ?? 0;
    data[at] = Math.round(((patch.data[at] ?? 0) * a + (data[at] ?? 0) * (255 - a)) / 255);
  }
  const since = performance.now();
  const figures = {
    ...candidate.figures,
    ...measureEdit({
      before: hole.picture,
      after: rgb(hole.picture.width, hole.picture.height, data),
      alpha: usedAlpha,
      change: one.extend ? 'extended' : 'removed',
    }),
  };
  const codes = Object.entries(flags).flatMap(([code, { figure, above }]) =>
    ((figures as Figures)[figure] ?? 0) > above ? [code] : [],
  );
  console.log(
    hole.id,
    `${hole.picture.width}x${hole.picture.height}`,
    `${(performance.now() - since).toFixed(0)} ms`,
    codes.join(','),
    Object.entries(figures)
      .map(([k, v]) => `${k} ${round(v)}`)
      .join(' '),
  );
  if (args.out)
    await writeRgb(join(args.out, `${hole.id}.ours.png`), rgb(hole.picture.width, hole.picture.height, data));
}
if (args.json) await writeFile(args.json, `${JSON.stringify(table, null, 2)}\n`);

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
