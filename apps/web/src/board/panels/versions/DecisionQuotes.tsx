'use client';

import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { classes } from '../../../ui/classes.ts';
import { timeAgo } from '../../../ui/timeAgo.ts';
import { useNow } from '../../../ui/useNow.ts';

type Decision = Version['decisions'][number];

export type DecisionQuotesProps = {
  readonly decisions: readonly Decision[];
  /** Who, too, and those without a word. */
  readonly isWhole: boolean;
};

/** What was said of a version, as it was written. */
export function DecisionQuotes({ decisions, isWhole }: DecisionQuotesProps) {
  const now = useNow();
  const told = decisions.filter(({ kind, comment }) => isWhole || (kind === 'request_changes' && comment));
  return told.map((decision) => {
    const { kind, comment, at } = decision;
    return (
      <figure key={`${kind} ${at}`} className={classes('border-l-2 pl-2.5', bars[kind])}>
        {comment && <blockquote className="text-13">{comment}</blockquote>}
        {isWhole && (
          <figcaption className="text-12 text-text-2">
            {sayers[kind](decision)} · {timeAgo(at, now)}
          </figcaption>
        )}
      </figure>
    );
  });
}

const bars = {
  approve: 'border-resolved',
  sign_off: 'border-resolved',
  request_changes: 'border-attention',
  sign_off_changes: 'border-attention',
} as const satisfies Record<Decision['kind'], string>;

const sayers = {
  approve: ({ by }) => texts.versions.approvedBy(nameOf(by)),
  request_changes: ({ by }) => texts.versions.changesBy(nameOf(by)),
  sign_off: ({ by }) => texts.versions.signedOff(nameOf(by)),
  sign_off_changes: ({ by }) => texts.versions.askedForChanges(nameOf(by)),
} as const satisfies Record<Decision['kind'], (decision: Decision) => string>;

/** A guest's name is what they call themselves. */
function nameOf({ kind, name }: Decision['by']): string {
  const said = name ?? texts.common.somebody;
  return kind === 'guest' ? `${said} (${texts.versions.unverified})` : said;
}
