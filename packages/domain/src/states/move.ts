import { err, ok, type Result } from '../result.ts';
import {
  type EditEvent,
  type EditState,
  editMoves,
  type PinEvent,
  type PinState,
  pinMoves,
  type VersionEvent,
  type VersionState,
  versionMoves,
} from './states.ts';

export type IllegalMove<Subject extends string, State, Event> = {
  readonly code: `${Subject}.illegal-move`;
  readonly from: State;
  readonly event: Event;
};

export function moveVersion(
  from: VersionState,
  event: VersionEvent,
): Result<VersionState, IllegalMove<'version', VersionState, VersionEvent>> {
  const to = target(versionMoves[from], event);
  return to ? ok(to) : err({ code: 'version.illegal-move', from, event });
}

export function movePin(
  from: PinState,
  event: PinEvent,
): Result<PinState, IllegalMove<'pin', PinState, PinEvent>> {
  const to = target(pinMoves[from], event);
  return to ? ok(to) : err({ code: 'pin.illegal-move', from, event });
}

export function moveEdit(
  from: EditState,
  event: EditEvent,
): Result<EditState, IllegalMove<'edit', EditState, EditEvent>> {
  const to = target(editMoves[from], event);
  return to ? ok(to) : err({ code: 'edit.illegal-move', from, event });
}

function target<Event extends string, State>(
  moves: Readonly<Partial<Record<Event, State>>>,
  event: Event,
): State | undefined {
  return moves[event];
}
