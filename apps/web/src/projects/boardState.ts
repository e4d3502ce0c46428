import type { PinState } from '@pinpaint/domain';
import type { OverviewBoard } from '../data/types.ts';
import { texts } from '../text/texts.ts';

export type BoardState = {
  /** Whose shape and colour it has; null: a draft's. */
  readonly pin: PinState | null;
  readonly word: string;
};

const { projects } = texts;

/** The one thing to know of a board: what waits before what runs before what is left to do. */
export function boardState({ frames, approved, toDecide, openPins, running }: OverviewBoard): BoardState {
  if (toDecide > 0) {
    // Clients, who hear nothing of the house's work, look; they don't decide.
    return {
      pin: 'proposed',
      word: openPins === null ? projects.toLookAt(toDecide) : projects.toDecide(toDecide),
    };
  }
  if (running) return { pin: 'editing', word: projects.running(running) };
  if (openPins) return { pin: 'open', word: projects.open(openPins) };
  if (frames === 0) return { pin: null, word: projects.empty };
  return approved === frames
    ? { pin: 'resolved', word: projects.allDone }
    : { pin: null, word: projects.draft };
}
