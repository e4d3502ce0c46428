import type { VersionState } from '@pinpaint/domain';
import type { Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { timeAgo } from '../../ui/timeAgo.ts';

export type DecidedVersion = { readonly id: string } & Pick<
  Version,
  'number' | 'state' | 'decisions' | 'proof'
>;

export type DecisionState = { readonly title: string; readonly lead: string };

export type DecisionFrame = {
  /** All of the frame's. */
  readonly versions: readonly DecidedVersion[];
  readonly mayDecide: boolean;
  readonly now: Date;
};

/** Where a version stands, in a line, and what would come of deciding. */
export function decisionState(version: DecidedVersion, frame: DecisionFrame): DecisionState {
  const said = texts.compare.decision;
  const name = texts.versions.name(version.number);
  const states: Readonly<Record<VersionState, () => DecisionState>> = {
    draft: () => ({ title: said.draft(name), lead: said.draftLead }),
    in_review: () => waits(name, frame),
    changes_requested: () => ({
      title: said.changes(name),
      lead: by(version, frame, said.changesLead),
    }),
    approved: () => ({ title: said.approved(name), lead: by(version, frame, said.approvedLead) }),
    withdrawn: () => ({ title: said.withdrawn(name), lead: said.withdrawnLead }),
    superseded: () => ({ title: said.superseded(name), lead: successor(frame) }),
    discarded: () => ({ title: said.discarded(name), lead: said.discardedLead }),
  };
  return states[version.state]();
}

function waits(name: string, { versions, mayDecide }: DecisionFrame): DecisionState {
  const said = texts.compare.decision;
  if (!mayDecide) return { title: said.waits(name), lead: said.whoDecides };
  const old = versions.find(({ state }) => state === 'approved');
  const lead = old ? said.locksAndReplaces(texts.versions.name(old.number)) : said.locks;
  return { title: said.waitsForYou(name), lead };
}

function by(
  { decisions }: DecidedVersion,
  { now }: DecisionFrame,
  lead: (who: string, when: string) => string,
): string {
  const decision = decisions.findLast(({ kind }) => kind === 'approve' || kind === 'request_changes');
  return decision ? lead(decision.by.name ?? texts.common.somebody, timeAgo(decision.at, now)) : '';
}

function successor({ versions }: DecisionFrame): string {
  const approved = versions.find(({ state }) => state === 'approved');
  return approved ? texts.compare.decision.supersededLead(texts.versions.name(approved.number)) : '';
}
