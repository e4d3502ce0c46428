import type { PinState } from '@pinpaint/domain';
import { sharedTexts as texts } from '../text/clientTexts.ts';
import { classes } from './classes.ts';

export type PinStateWordProps = {
  readonly state: PinState;
  /** 0 to 1, said while it is being edited. */
  readonly progress?: number;
  /** What stands there instead of the state's name: "2 open". */
  readonly word?: string;
  /** On the client’s page, which is read at arm’s length. */
  readonly isLarge?: boolean;
};

/** The state as a small shape and a word. */
export function PinStateWord({ state, progress, word, isLarge = false }: PinStateWordProps) {
  const name = texts.pinStates[state];
  const said = progress === undefined ? name : texts.pin.progress(name, Math.round(progress * 100));
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.25 whitespace-nowrap font-medium num',
        isLarge ? 'text-13' : 'text-11',
        colours[state],
      )}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className="shrink-0">
        {glyphs[state]}
      </svg>
      {word ?? said}
    </span>
  );
}

const colours = {
  open: 'text-open',
  editing: 'text-editing',
  proposed: 'text-proposed',
  resolved: 'text-resolved',
  declined: 'text-declined',
} as const satisfies Record<PinState, string>;

const glyphs = {
  open: <path d="M6 1.5a4.5 4.5 0 1 1 0 9H1.5V6A4.5 4.5 0 0 1 6 1.5z" fill="currentColor" />,
  editing: (
    <path
      d="M6 1.7a4.3 4.3 0 1 1-4.3 4.3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  ),
  proposed: <path d="M6 1 11 6 6 11 1 6z" fill="currentColor" />,
  resolved: (
    <path
      d="m2 6.4 2.7 2.7L10 3.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  declined: (
    <g fill="none" stroke="currentColor" strokeWidth="1.5">
      <circle cx="6" cy="6" r="4.4" />
      <path d="m3 9 6-6" />
    </g>
  ),
} as const satisfies Record<PinState, React.ReactNode>;
