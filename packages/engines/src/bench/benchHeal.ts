import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measureSeam } from '@pinpaint/imaging';
import { blobHoles } from './blobHoles.ts';
import { type Filled, fillByGmic, fillByHeal, fillByTelea, type Hole, hasGmic } from './fillers.ts';
import { gmsd } from './judge/gmsd.ts';
import { psnr } from './judge/psnr.ts';
import { sharpness } from './judge/sharpness.ts';
import { ssim } from './judge/ssim.ts';
import { swd } from './judge/swd.ts';
import { type MaskPlane, type Rgb, writeMask, writeRgb } from './raster.ts';
import { type BenchArgs, readArgs } from './readArgs.ts';
import { caseHole, readPictures } from './readCases.ts';

/** `npm run bench -- heal`: ours beside G'MIC's and OpenCV's, the same holes in one run. */

type Figures = {
  readonly psnr: number | null;
  readonly ssim: number | null;
  readonly gmsd: number | null;
  readonly swd: number | null;
  readonly seam: number;
  /** The same border in the untouched picture; null where nobody knows what lay there. */
  readonly seamTruth: number | null;
  readonly sharpness: number | null;
  readonly seconds: number;
};
type Filler = 'ours' | 'gmic' | 'telea';
type CaseResult = { readonly id: string; readonly kind: 'blob' | 'case' } & Partial<Record<Filler, Figures>>;

const args = readArgs();
const { cases, pictures } = await readPictures(args.cases, args.images);
const fillers = await readyFillers();
const results: CaseResult[] = [];
if (args.out) await mkdir(args.out, { recursive: true });
let isWarm = false;
for (const hole of blobHoles(pictures, args.holes, args.seed)) {
  if (!isWarm) for (const fill of Object.values(fillers)) await fill(hole);
  isWarm = true;
  results.push(await judgeOne(args, hole.id, 'blob', hole, hole.truth));
}
for (const one of args.withCases ? cases : []) {
  const whole = pictures.get(one.image);
  const hole = whole && caseHole(one, whole);
  if (hole) results.push(await judgeOne(args, hole.id, 'case', hole, null));
}
const report = { cases: results, summary: summarise(results) };
if (args.json) await writeFile(args.json, `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify(report.summary, null, 2));

async function readyFillers(): Promise<Partial<Record<Filler, (hole: Hole) => Promise<Filled>>>> {
  const isThere = await hasGmic();
  if (!isThere) {
    console.error("pinpaint: THERE IS NO G'MIC HERE (Debian: apt install gmic): its column is left out.");
  }
  const all = { ours: fillByHeal, ...(isThere ? { gmic: fillByGmic } : {}), telea: fillByTelea };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !args.only || args.only.includes(name)));
}

async function judgeOne(
  { out }: BenchArgs,
  id: string,
  kind: CaseResult['kind'],
  hole: Hole,
  truth: Rgb | null,
): Promise<CaseResult> {
  const figures: Partial<Record<Filler, Figures>> = {};
  if (out) {
    await writeRgb(join(out, `${id}.input.png`), hole.picture);
    await writeMask(join(out, `${id}.mask.png`), hole.mask);
    if (truth) await writeRgb(join(out, `${id}.truth.png`), truth);
  }
  for (const [name, fill] of Object.entries(fillers)) {
    const { picture, seconds } = await fill(hole);
    if (out) await writeRgb(join(out, `${id}.${name}.png`), picture);
    figures[name as Filler] = { ...judge(picture, hole.mask, truth), seconds };
  }
  const line = Object.entries(figures).map(
    ([name, { gmsd, swd, seconds }]) =>
      `${name} gmsd ${gmsd?.toFixed(3) ?? '–'} swd ${swd?.toFixed(2) ?? '–'} ${seconds.toFixed(2)} s`,
  );
  console.log(`pinpaint: ${id}: ${line.join(' | ')}`);
  return { id, kind, ...figures };
}

function judge(made: Rgb, mask: MaskPlane, truth: Rgb | null): Omit<Figures, 'seconds'> {
  const seamOf = (picture: Rgb): number => measureSeam({ after: picture, alpha: mask.data });
  if (!truth) {
    const none = { psnr: null, ssim: null, gmsd: null, swd: null, seamTruth: null, sharpness: null };
    return { ...none, seam: seamOf(made) };
  }
  return {
    psnr: psnr(truth, made, mask),
    ssim: ssim(truth, made, mask),
    gmsd: gmsd(truth, made, mask),
    swd: swd(truth, made, mask),
    seam: seamOf(made),
    seamTruth: seamOf(truth),
    sharpness: sharpness(truth, made, mask),
  };
}

/** Means over the holes whose truth is known; of seconds the median. */
function summarise(all: readonly CaseResult[]) {
  const blobs = all.filter(({ kind }) => kind === 'blob');
  return Object.fromEntries(
    (Object.keys(fillers) as Filler[]).map((name) => {
      const rows = blobs.flatMap((one) => one[name] ?? []);
      const mean = (of: (row: Figures) => number | null): number =>
        round(rows.reduce((sum, row) => sum + (of(row) ?? 0), 0) / Math.max(1, rows.length));
      const seconds = rows.map((row) => row.seconds).toSorted((a, b) => a - b);
      return [
        name,
        {
          psnr: mean((row) => row.psnr),
          ssim: mean((row) => row.ssim),
          gmsd: mean((row) => row.gmsd),
          swd: mean((row) => row.swd),
          seam: mean((row) => row.seam),
          seamTruth: mean((row) => row.seamTruth),
          sharpness: mean((row) => row.sharpness),
          medianSeconds: round(seconds[Math.floor(seconds.length / 2)] ?? 0),
        },
      ];
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
