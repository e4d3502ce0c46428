import type { Prisma } from '@pinpaint/db';
import type {
  BoardId,
  CarryId,
  Cost,
  EditId,
  EditState,
  FindModel,
  FindWay,
  FrameId,
  Homography,
  LeftOutCode,
  PinId,
  PixelRect,
  Region,
  SeriesId,
  SpendingLimit,
  VersionId,
} from '@pinpaint/domain';
import type { AreaEstimate } from '../edits/estimateArea.ts';

/** How a region was found again in another frame. */
export type FoundPlace = {
  readonly way: FindWay;
  readonly model: FindModel;
  /** From the carried edit's frame space to this frame's. */
  readonly matrix: Homography;
  readonly figures: {
    readonly inliers: number;
    readonly inlierShare: number;
    readonly errorPx: number;
    readonly correlation: number;
    readonly secondBest: number;
  };
};

/** What somebody locked in the carried edit's frame, in this frame's space. */
export type CarriedLock = { readonly name: string; readonly region: Region };

export type FindingView = {
  readonly frameId: FrameId;
  readonly boardId: BoardId;
  readonly number: number;
  readonly name: string;
  readonly versionId: VersionId | null;
  readonly state: 'searching' | 'found' | 'left_out';
  readonly reason: LeftOutCode | null;
  /** Of a place that was left out, what it looked like as far as it was looked at. */
  readonly place: Partial<FoundPlace> | null;
  readonly region: Region | null;
  /** They are set here too before the edit runs. */
  readonly locks: readonly CarriedLock[];
  /** Before anything runs; null where nothing will, or while its engine is not connected. */
  readonly estimate: AreaEstimate | null;
  /** What was made there. */
  readonly edit: CarriedEdit | null;
};

export type CarriedEdit = {
  readonly id: EditId;
  readonly pinId: PinId | null;
  readonly state: EditState;
  readonly progress: number;
};

/** An edit on its way to the other frames of a series. */
export type Carry = {
  readonly id: CarryId;
  readonly seriesId: SeriesId;
  readonly editId: EditId;
  readonly state: 'finding' | 'found' | 'failed';
  readonly createdAt: string;
  readonly source: {
    readonly frameId: FrameId;
    readonly region: Region;
    readonly engine: string;
    readonly seed: number;
    readonly note: string;
  };
  readonly findings: readonly FindingView[];
  /** What all that are found and have no edit yet would take together. */
  readonly sum: Cost | null;
  /** What each of them would be under; of one edit, the dearest counts. */
  readonly limits: readonly SpendingLimit[];
};

export const carryParts = {
  edit: true,
  findings: {
    include: {
      frame: { include: { inSeries: { select: { position: true } } } },
      version: { select: { bounds: true } },
    },
  },
} as const satisfies Prisma.CarryInclude;

export type CarryRow = Prisma.CarryGetPayload<{ include: typeof carryParts }>;
export type FindingRow = CarryRow['findings'][number];

export function toFinding(
  row: FindingRow,
  { estimate, edit }: Pick<FindingView, 'estimate' | 'edit'>,
): FindingView {
  return {
    frameId: row.frameId as FrameId,
    boardId: row.frame.boardId as BoardId,
    number: row.frame.number,
    name: row.frame.name,
    versionId: row.versionId as VersionId | null,
    state: row.state,
    reason: row.reason as LeftOutCode | null,
    place: row.place as Partial<FoundPlace> | null,
    region: row.region as Region | null,
    locks: (row.locks ?? []) as unknown as readonly CarriedLock[],
    estimate,
    edit,
  };
}

/** In the order of the series; frames that have left it last. */
export function inOrder(findings: readonly FindingRow[]): readonly FindingRow[] {
  const placeOf = ({ frame }: FindingRow) => frame.inSeries?.position ?? Number.MAX_SAFE_INTEGER;
  return findings.toSorted((a, b) => placeOf(a) - placeOf(b));
}

export function boundsOf(row: FindingRow): PixelRect | null {
  return (row.version?.bounds ?? null) as PixelRect | null;
}
