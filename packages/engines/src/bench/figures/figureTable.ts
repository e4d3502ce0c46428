import { type FlagCode, flags } from '@pinpaint/domain';
import type { HoleRow } from './measureHole.ts';
import { quantile, rounded, shareAbove, spearman } from './statistics.ts';

/** What a threshold was chosen from. */
export type FlagRow = {
  readonly figure: string;
  readonly above: number;
  /** How many pictures it could be measured on: as they are, spoilt, filled. */
  readonly measured: readonly [number, number, number];
  /** Of pictures as they are: median, 95th percentile, most; and the share above the threshold. */
  readonly truth: readonly number[];
  readonly falseAlarms: number;
  /** Of the spoilt ones: 5th percentile, first quartile, median; and the share above. null: no such defect is made. */
  readonly spoilt: readonly number[] | null;
  readonly hits: number | null;
  /** Of heal's fills: median, 95th percentile, most; the share above; Spearman's rank correlation with the error. */
  readonly fills: readonly number[];
  readonly flagged: number;
  readonly spearmanGmsd: number;
  readonly spearmanSwd: number;
};

export function figureTable(rows: readonly HoleRow[]): Readonly<Partial<Record<FlagCode, FlagRow>>> {
  const codes = (Object.keys(flags) as FlagCode[]).filter((code) =>
    rows.some(({ ours, made }) => flags[code].figure in ours || flags[code].figure in made),
  );
  return Object.fromEntries(codes.map((code) => [code, flagRow(code, rows)]));
}

/** Of the picture as it is, and of the one with a light or an edge made into it, where there is one. */
function unspoilt({ truth, made }: HoleRow, figure: string): readonly number[] {
  return [...new Set([truth[figure], made[figure]?.good])].filter((value) => value !== undefined);
}

function flagRow(code: FlagCode, rows: readonly HoleRow[]): FlagRow {
  const { figure, above } = flags[code];
  const truth = rows.flatMap((row) => unspoilt(row, figure));
  const spoilt = rows.flatMap((row) => row.made[figure]?.bad ?? []);
  const filled = rows.filter(({ ours }) => ours[figure] !== undefined);
  const fills = filled.map(({ ours }) => ours[figure] ?? 0);
  const isMade = rows.some(({ made }) => figure in made);
  return {
    figure,
    above,
    measured: [truth.length, spoilt.length, fills.length],
    truth: [0.5, 0.95, 1].map((share) => rounded(quantile(truth, share))),
    falseAlarms: rounded(shareAbove(truth, above)),
    spoilt: isMade ? [0.05, 0.25, 0.5].map((share) => rounded(quantile(spoilt, share))) : null,
    hits: isMade ? rounded(shareAbove(spoilt, above)) : null,
    fills: [0.5, 0.95, 1].map((share) => rounded(quantile(fills, share))),
    flagged: rounded(shareAbove(fills, above)),
    spearmanGmsd: rounded(
      spearman(
        fills,
        filled.map(({ error }) => error.gmsd),
      ),
    ),
    spearmanSwd: rounded(
      spearman(
        fills,
        filled.map(({ error }) => error.swd),
      ),
    ),
  };
}
