import type { VersionState } from '@pinpaint/domain';
import { sharedTexts as texts } from '../text/clientTexts.ts';
import { classes } from './classes.ts';

export type VersionStateWordProps = {
  readonly state: VersionState;
  /** What stands there instead of the state's name: "v4 draft". */
  readonly word?: string;
  /** On the client’s page, which is read at arm’s length. */
  readonly isLarge?: boolean;
};

/** A version's state as a glyph and a word. */
export function VersionStateWord({ state, word, isLarge = false }: VersionStateWordProps) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.25 whitespace-nowrap font-medium',
        isLarge ? 'text-13' : 'text-11',
        colours[state],
      )}
    >
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className="shrink-0"
      >
        {glyphs[state]}
      </svg>
      {word ?? texts.versionStates[state]}
    </span>
  );
}

const colours = {
  draft: 'text-text-2',
  in_review: 'text-proposed',
  changes_requested: 'text-attention',
  withdrawn: 'text-text-2',
  approved: 'text-resolved',
  superseded: 'text-text-2',
  discarded: 'text-text-2',
} as const satisfies Record<VersionState, string>;

const turning = (
  <>
    <path d="M10 6.2A4.1 4.1 0 1 1 8.6 3.1" />
    <path d="M10.2 1.2v2.6H7.6" />
  </>
);

const glyphs = {
  draft: <circle cx="6" cy="6" r="4.3" strokeWidth="1.6" strokeDasharray="2.4 2.1" strokeLinecap="butt" />,
  in_review: (
    <>
      <path d="M.9 6S2.6 2.6 6 2.6 11.1 6 11.1 6 9.4 9.4 6 9.4.9 6 .9 6z" />
      <circle cx="6" cy="6" r="1.4" fill="currentColor" stroke="none" />
    </>
  ),
  changes_requested: turning,
  withdrawn: <path d="M5 2.5 1.8 5.7 5 8.9M2 5.7h6.5a1.8 1.8 0 0 1 0 3.6H7" />,
  approved: (
    <>
      <rect x="2" y="5" width="8" height="6" rx="1.4" fill="currentColor" stroke="none" />
      <path d="M3.8 5V3.6a2.2 2.2 0 0 1 4.4 0V5" />
    </>
  ),
  superseded: <path d="M2 3.2h8M2 6h8M2 8.8h8" />,
  discarded: <path d="m3 3 6 6m0-6-6 6" />,
} as const satisfies Record<VersionState, React.ReactNode>;
