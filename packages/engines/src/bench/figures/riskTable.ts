import { flags, type RiskCode, risks } from '@pinpaint/domain';
import { type Foreseen, foresee, makeAlpha, rasterise } from '@pinpaint/imaging';
import { madeLenses } from './madeLenses.ts';
import type { HoleRow } from './measureHole.ts';
import { quantile, rounded, spearman } from './statistics.ts';

export type RiskRow = {
  readonly figure: string;
  readonly above: number;
  /** What the threshold is judged by. */
  readonly against: string;
  /** Of the cases in which nothing went wrong, and of those in which it did: how many, and the share called risky. */
  readonly fine: readonly [number, number];
  readonly wrong: readonly [number, number];
  /** Over the holes: median, 95th percentile, most. */
  readonly holes: readonly number[];
  readonly spearmanGmsd: number;
};

type Judged = { readonly value: number; readonly isWrong: boolean };

export function riskTable(rows: readonly HoleRow[], seed: number): Readonly<Record<RiskCode, RiskRow>> {
  const lenses = madeLenses(seed).map(({ kind, picture }) => ({ kind, foreseen: foreseenIn(picture) }));
  const fills = (figure: keyof Foreseen): Judged[] =>
    rows.map((row) => ({ value: row.foreseen[figure], isWrong: wentWrong(row) }));
  const made = (figure: 'perspective' | 'fisheye'): Judged[] => [
    ...rows.map(({ foreseen }) => ({ value: foreseen[figure], isWrong: false })),
    ...lenses.map(({ kind, foreseen }) => ({ value: foreseen[figure], isWrong: kind === figure })),
  ];
  const light = rows.map(({ foreseen, canTurnLight }) => ({
    value: foreseen.lightUnclear,
    isWrong: !canTurnLight,
  }));
  const row = (code: RiskCode, judged: readonly Judged[], against: string): RiskRow =>
    riskRow(code, { judged, against, rows });
  const byFill = 'heal’s own flags on the fill';
  const byLens = 'made floors, walls and lenses';
  return {
    'risk.texture': row('risk.texture', fills('texture'), byFill),
    'risk.junction': row('risk.junction', fills('looseEnds'), byFill),
    'risk.little-left': row('risk.little-left', fills('holeOverRest'), byFill),
    'risk.far-extend': row('risk.far-extend', [], 'the extend among the cases'),
    'risk.perspective': row('risk.perspective', made('perspective'), byLens),
    'risk.fisheye': row('risk.fisheye', made('fisheye'), byLens),
    'risk.light-unclear': row('risk.light-unclear', light, 'grade refuses to turn the light'),
  };
}

function wentWrong({ ours }: HoleRow): boolean {
  return [flags['fill.uncertain'], flags['fill.disagrees']].some(
    ({ figure, above }) => (ours[figure] ?? 0) > above,
  );
}

function foreseenIn(picture: Parameters<typeof foresee>[0]['crop']): Foreseen {
  const rect = { x: 0, y: 0, width: picture.width, height: picture.height };
  const alpha = rasterise({ kind: 'ellipse', cx: 200, cy: 220, rx: 50, ry: 50 }, rect).data;
  return foresee({ crop: picture, alpha, closed: makeAlpha(rect).data, frame: picture });
}

type Row = {
  readonly judged: readonly Judged[];
  readonly against: string;
  readonly rows: readonly HoleRow[];
};

function riskRow(code: RiskCode, { judged, against, rows }: Row): RiskRow {
  const { figure, above } = risks[code];
  const share = (isWrong: boolean): readonly [number, number] => {
    const some = judged.filter((one) => one.isWrong === isWrong);
    const risky = some.filter(({ value }) => value > above).length;
    return [some.length, rounded(risky / Math.max(1, some.length))];
  };
  // A hole makes no picture larger.
  const values = figure === 'growth' ? rows.map(() => 0) : rows.map(({ foreseen }) => foreseen[figure]);
  return {
    figure,
    above,
    against,
    fine: share(false),
    wrong: share(true),
    holes: [0.5, 0.95, 1].map((part) => rounded(quantile(values, part))),
    spearmanGmsd: rounded(
      spearman(
        values,
        rows.map(({ error }) => error.gmsd),
      ),
    ),
  };
}
