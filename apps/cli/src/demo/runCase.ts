import { readFile } from 'node:fs/promises';
import { ApiRefusal } from '../api/ApiClient.ts';
import { approveBest } from './approveBest.ts';
import type { Case } from './cases.ts';
import { dropPin } from './dropPin.ts';
import type { Stage } from './openStage.ts';
import { fetchBefore, forgetMaster, writeFlagged, writeResult } from './pictures.ts';
import type { CaseReport } from './report.ts';
import { type Proposal, runEdit } from './runEdit.ts';
import { uploadCase } from './uploadCase.ts';

export type CaseRun = {
  readonly image: string;
  readonly dir: string;
  readonly step: (what: string) => void;
};

/** One note's whole way. Whatever goes wrong ends in a report, so that the other cases go on. */
export async function runCase(stage: Stage, oneCase: Case, run: CaseRun): Promise<CaseReport> {
  let report = emptyReport(oneCase);
  try {
    run.step('uploading');
    const frameId = await uploadCase(stage, oneCase, await readFile(run.image));
    const before = await fetchBefore(stage, frameId, run.dir);
    run.step('dropping the pin, as the client');
    const pin = await dropPin(stage, oneCase, frameId);
    report = { ...report, intent: pin.intent };
    const ended = await runEdit(stage, pin.id, run.step);
    if (ended.kind === 'needs-engine') return { ...report, status: 'needs-engine', message: ended.says };
    if (ended.kind === 'failed') return { ...report, engine: ended.engine, message: ended.says };
    report = { ...report, ...figuresOf(ended) };
    if (ended.best.flags.length > 0) {
      const proof = await writeFlagged(stage, { proposal: ended, before, dir: run.dir });
      return { ...report, proof, status: 'flagged', message: flaggedSays(ended) };
    }
    run.step('accepting, submitting, signing off, approving');
    const version = await approveBest(stage, { proposal: ended, frameId, client: pin.client });
    const { number, state, digest, proof } = version;
    await writeResult(stage, { proposal: ended, version, before, dir: run.dir });
    const message = `v${number} approved; ${proof?.changedOutside ?? 0} pixels changed outside the mask.`;
    return { ...report, proof, version: { number, state, digest }, status: 'approved', message };
  } catch (error) {
    return { ...report, status: 'failed', message: reasonOf(error) };
  } finally {
    await forgetMaster(run.dir);
  }
}

function emptyReport({ id }: Case): CaseReport {
  return {
    id,
    intent: null,
    engine: null,
    flags: [],
    proof: null,
    quality: { seam: null, ghost: null },
    cost: null,
    ms: null,
    version: null,
    status: 'failed',
    message: '',
  };
}

function figuresOf({ edit, best, ms }: Proposal): Partial<CaseReport> {
  const patchPixels = edit.cropRect ? edit.cropRect.width * edit.cropRect.height : 0;
  const framePixels = edit.estimate.frame.pixels;
  return {
    engine: edit.engine,
    flags: best.flags,
    quality: { seam: best.figures.seam ?? null, ghost: best.figures.ghost ?? null },
    cost: {
      patchPixels,
      framePixels,
      ratio: patchPixels > 0 ? framePixels / patchPixels : 0,
      usd: edit.cost?.usd ?? edit.estimate.region.usd,
    },
    ms,
  };
}

function flaggedSays({ best }: Proposal): string {
  return `Proposed, not approved: ${best.flags.join(', ')}. Look closely, or mend it by hand.`;
}

function reasonOf(error: unknown): string {
  if (error instanceof ApiRefusal) return `The API refused: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
