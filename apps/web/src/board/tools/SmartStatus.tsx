'use client';

import { useEffect, useState } from 'react';
import { smartTexts as words } from '../../text/smartTexts.ts';
import type { SmartFound } from '../canvas/find/useFound.ts';

export type SmartStatusProps = {
  readonly found: SmartFound | null;
  /** The model that is asked; null: edges are looked for. */
  readonly segmenter: string | null;
};

/** Where the search is, and what has found what lies on the picture. */
export function SmartStatus({ found, segmenter }: SmartStatusProps) {
  return (
    <div className="flex min-w-36 flex-1 flex-wrap items-baseline gap-x-2 text-13">
      <p role="status">{saysOf(found, segmenter)}</p>
      {found?.isLooking && segmenter && <Waiting key={JSON.stringify(found.smart.hints)} />}
    </div>
  );
}

function saysOf(found: SmartFound | null, segmenter: string | null): string {
  if (!found) return words.begin;
  const { isLooking, failure, region, instead } = found;
  if (isLooking || (!failure && !region)) return segmenter ? words.lookingBy(segmenter) : words.looking;
  if (failure?.code === 'select.nothing' && instead) return words.insteadNothing[instead];
  if (failure) return words.failures[failure.code];
  if (instead) return words.instead[instead];
  return found.segmenter ? words.foundBy(found.segmenter) : words.found;
}

/** From then on somebody wonders whether it goes on at all. */
const wonderMs = 1_000;

/** For eyes only: a number that is read out each second says less than silence. */
function Waiting() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), wonderMs);
    return () => clearInterval(timer);
  }, []);
  if (seconds === 0) return null;
  return (
    <span aria-hidden="true" className="text-12 text-text-3 tabular-nums">
      {words.seconds(seconds)}
    </span>
  );
}
