'use client';

import type { FlagCode } from '@pinpaint/domain';
import { useState } from 'react';
import type { Carry, Finding } from '../../data/types.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { CarryFoot } from './CarryFoot.tsx';
import { FindingRow } from './FindingRow.tsx';
import { ReportTable } from './ReportTable.tsx';
import { SeriesProblem } from './SeriesProblem.tsx';
import { useCarryReport, useRunCarry } from './useCarry.ts';

export type CarryResultProps = {
  readonly carry: Carry;
  readonly mayStart: boolean;
  readonly isAsking: boolean;
  readonly onLookAgain: () => void;
};

/** Where it was found, for somebody to confirm; then what was made there. */
export function CarryResult({ carry, mayStart, isAsking, onLookAgain }: CarryResultProps) {
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const run = useRunCarry(carry.id);
  const isStarted = carry.findings.some(({ edit }) => edit !== null);
  const report = useCarryReport(carry.id, isStarted);
  const flags = new Map(report?.frames.map((frame) => [frame.frameId, frame.flags]));
  const left = carry.findings.filter(({ state }) => state === 'searching').length;
  const open = carry.findings.filter(isOpen);
  const wanted = open.filter(({ frameId }) => !off.has(frameId));
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto pb-4">
        <div className="flex min-h-10 items-center gap-2 px-3.5 pt-1">
          <p role="status" className="min-w-0 flex-1 text-12 text-text-2">
            {left > 0 ? words.looking(left) : words.findings}
          </p>
          {mayStart && left === 0 && (
            <Button look="quiet" disabled={isAsking} onClick={onLookAgain}>
              {words.lookAgain}
            </Button>
          )}
        </div>
        <ol>
          {carry.findings.map((finding) => (
            <FindingRow
              key={finding.frameId}
              finding={finding}
              flags={flags.get(finding.frameId) ?? none}
              isWanted={!off.has(finding.frameId)}
              mayChoose={mayStart && isOpen(finding)}
              onToggle={() => setOff(toggled(off, finding.frameId))}
            />
          ))}
        </ol>
        {report && <ReportTable report={report} />}
      </div>
      {run.error && (
        <SeriesProblem error={run.error} title={words.notRun} kept={words.notRunKept} onClose={run.reset} />
      )}
      {mayStart && left === 0 && open.length > 0 && (
        <CarryFoot
          carry={carry}
          wanted={wanted}
          isBusy={run.isPending}
          onRun={() => run.mutate(wanted.map(({ frameId }) => frameId))}
        />
      )}
    </>
  );
}

/** Found, and nothing stands there that was made of it. */
function isOpen({ state, edit }: Finding): boolean {
  return state === 'found' && (edit === null || ended.has(edit.state));
}

const none: readonly FlagCode[] = [];
const ended: ReadonlySet<string> = new Set(['discarded', 'cancelled', 'failed']);

function toggled(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return all.has(one) ? new Set([...all].filter((id) => id !== one)) : new Set([...all, one]);
}
