import type { Db, Tx } from '@pinpaint/db';
import type {
  CarryId,
  Cost,
  EditId,
  FrameId,
  Intent,
  MeasuredEngine,
  PinId,
  Region,
  SeriesId,
  StudioId,
} from '@pinpaint/domain';
import { editArea } from '../edits/editArea.ts';
import { type AreaEstimate, estimateArea } from '../edits/estimateArea.ts';
import { readLimits } from '../edits/limits.sql.ts';
import { measuredEngines } from '../workers/measuredEngines.ts';
import { type CarriedRow, carriedEdits, stands } from './carriedEdits.ts';
import type { CarryAt } from './findCarry.ts';
import { boundsOf, type CarriedEdit, type Carry, type FindingRow, inOrder, toFinding } from './toCarry.ts';

/** A carry with what each place would take now, and what was made there. */
export async function viewCarry(
  db: Db | Tx,
  { row, edit }: CarryAt,
  { now }: { readonly now: Date },
): Promise<Carry> {
  const studioId = row.studioId as StudioId;
  const [engines, carried, limits] = await Promise.all([
    measuredEngines(db, { studioId, now }),
    carriedEdits(db, { studioId, editId: row.editId }),
    readLimits(db, { studioId, projectId: edit.scope.projectId, now }),
  ]);
  const engine = engines.find(({ name }) => name === edit.engine);
  const findings = inOrder(row.findings).map((finding) => {
    const made = carried.get(finding.frameId);
    const isDone = made !== undefined && stands(made.state);
    const estimate = engine && !isDone ? estimateOf(engine, finding, edit.variants) : null;
    return toFinding(finding, { estimate, edit: made ? toCarriedEdit(made) : null });
  });
  return {
    id: row.id as CarryId,
    seriesId: row.seriesId as SeriesId,
    editId: row.editId as EditId,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    source: {
      frameId: edit.frameId as FrameId,
      region: edit.region as Region,
      engine: edit.engine,
      seed: edit.seed,
      note: edit.note,
    },
    findings,
    sum: sumOf(findings.flatMap(({ estimate }) => estimate?.region ?? [])),
    limits,
  };
}

function estimateOf(engine: MeasuredEngine, finding: FindingRow, variants: number): AreaEstimate | null {
  const bounds = boundsOf(finding);
  const { wish } = (finding.intent ?? { wish: null }) as Pick<Intent, 'wish'>;
  if (finding.state !== 'found' || !bounds || !wish) return null;
  const area = editArea(bounds, { region: finding.region as Region, wish });
  return estimateArea(engine, { kind: wish.kind, area, growPx: finding.growPx, variants });
}

function sumOf(costs: readonly Cost[]): Cost | null {
  const [first, ...rest] = costs;
  if (!first) return null;
  return rest.reduce(
    (sum, { pixels, seconds, usd }) => ({
      pixels: sum.pixels + pixels,
      seconds: sum.seconds + seconds,
      usd: sum.usd + usd,
    }),
    first,
  );
}

function toCarriedEdit({ id, pinId, state, progress }: CarriedRow): CarriedEdit {
  return { id: id as EditId, pinId: pinId as PinId | null, state, progress };
}
