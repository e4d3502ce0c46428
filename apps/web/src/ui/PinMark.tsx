import type { PinState } from '@pinpaint/domain';
import { sharedTexts as texts } from '../text/clientTexts.ts';

export type PinMarkProps = {
  /** 0 until the server has given one. */
  readonly number: number;
  readonly state: PinState;
  /** 0 to 1, shown while it is being edited. */
  readonly progress?: number;
  readonly sizePx?: number;
  /** It has not reached the server yet. */
  readonly isWaiting?: boolean;
  /** On a picture it has a white ring, so that it is seen on any. */
  readonly onPicture?: boolean;
  /** Another name than "Pin 3, open", such as a client's words; '' when the name stands beside it. */
  readonly label?: string;
};

/** Each state is a shape and a number first, colour third. A drop's corner is the spot. */
export function PinMark({
  number,
  state,
  progress = 0,
  sizePx = 26,
  isWaiting,
  onPicture,
  label,
}: PinMarkProps) {
  const ring = onPicture ? 'var(--halo)' : 'none';
  const name = label ?? texts.pin.mark(number, texts.pinStates[state]);
  return (
    <svg
      width={sizePx}
      height={sizePx}
      viewBox="0 0 28 28"
      className="block shrink-0 overflow-visible"
      role={name === '' ? 'presentation' : 'img'}
      aria-label={name || undefined}
      aria-hidden={name === ''}
    >
      <Shape state={state} ring={ring} progress={progress} />
      <text
        x="14"
        y="18"
        textAnchor="middle"
        fontFamily="Inter, sans-serif"
        fontWeight="700"
        fontSize={number > 99 ? 8 : 11.5}
        fill={inks[state]}
      >
        {number > 0 && number}
      </text>
      {isWaiting ? <WaitingCorner /> : <Corner state={state} />}
    </svg>
  );
}

const inks = {
  open: '#1c1800',
  editing: '#ffffff',
  proposed: '#1a0f38',
  resolved: '#ffffff',
  declined: '#d6d6d6',
} as const satisfies Record<PinState, string>;

type ShapeProps = { readonly state: PinState; readonly ring: string; readonly progress: number };

/** The same fills in all surrounds: on the picture nothing changes with what lies around it. */
function Shape({ state, ring, progress }: ShapeProps) {
  switch (state) {
    case 'open':
      return (
        <path
          d="M14 3a11 11 0 1 1 0 22H4.5A1.5 1.5 0 0 1 3 23.5V14A11 11 0 0 1 14 3z"
          fill="var(--accent)"
          stroke={ring === 'none' ? 'var(--accent-edge)' : ring}
          strokeWidth="1.5"
        />
      );
    case 'editing':
      return (
        <>
          <circle cx="14" cy="14" r="11.5" fill="#1b1b1b" stroke={ring} strokeWidth="1.5" />
          <circle cx="14" cy="14" r="9" fill="none" stroke="#505050" strokeWidth="2.5" />
          <circle
            cx="14"
            cy="14"
            r="9"
            fill="none"
            stroke="#74b7ff"
            strokeWidth="2.5"
            strokeLinecap="round"
            pathLength="100"
            strokeDasharray={`${Math.max(4, Math.round(progress * 100))} 100`}
            transform="rotate(-90 14 14)"
          />
        </>
      );
    case 'proposed':
      return (
        <rect
          x="5"
          y="5"
          width="18"
          height="18"
          rx="3.5"
          transform="rotate(45 14 14)"
          fill="#c4adff"
          stroke={ring}
          strokeWidth="1.5"
        />
      );
    case 'resolved':
      return (
        <rect x="4" y="4" width="20" height="20" rx="5" fill="#1b1b1b" stroke="#ffffff" strokeWidth="1.75" />
      );
    case 'declined':
      return (
        <circle
          cx="14"
          cy="14"
          r="10.5"
          fill="#2b2b2b"
          stroke="#e6e6e6"
          strokeWidth="1.75"
          strokeDasharray="3.4 2.6"
        />
      );
  }
}

function WaitingCorner() {
  return (
    <g>
      <circle cx="23.5" cy="5" r="5" fill="#f2f2f2" stroke="#111111" />
      <path d="M23.5 2.2V5l1.8 1.2" fill="none" stroke="#111111" strokeWidth="1.2" strokeLinecap="round" />
    </g>
  );
}

function Corner({ state }: { readonly state: PinState }) {
  if (state === 'resolved') {
    return (
      <g>
        <circle cx="23.5" cy="5" r="4.6" fill="#6fd39d" stroke="#111111" />
        <path
          d="m21.5 5.1 1.4 1.4 2.6-2.8"
          fill="none"
          stroke="#0b2617"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
      </g>
    );
  }
  if (state === 'declined') {
    return (
      <g>
        <circle cx="23.5" cy="5" r="4.6" fill="#d6d6d6" stroke="#111111" />
        <path d="m21.9 3.4 3.2 3.2m0-3.2-3.2 3.2" stroke="#111111" strokeWidth="1.3" strokeLinecap="round" />
      </g>
    );
  }
  return null;
}
