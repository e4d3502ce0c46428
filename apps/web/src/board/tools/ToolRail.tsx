'use client';

import {
  Hand,
  Keyboard,
  LassoSelect,
  Lock,
  type LucideIcon,
  MapPin,
  MousePointer2,
  SquareDashed,
  WandSparkles,
} from 'lucide-react';
import { texts } from '../../text/texts.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tip } from '../../ui/Tip.tsx';
import { useBoard, useBoardContext } from '../state/BoardContext.tsx';
import { looksOnly, type ToolName, toolNames } from '../state/boardStore.ts';
import { useMay } from '../state/useMay.ts';
import { toolKeys } from './useBoardKeys.ts';

const words = texts.board;

const icons = {
  select: MousePointer2,
  hand: Hand,
  pin: MapPin,
  rectangle: SquareDashed,
  lasso: LassoSelect,
  smart: WandSparkles,
  lock: Lock,
} as const satisfies Record<ToolName, LucideIcon>;

/** Tools that look come first, those that write after a line; who may not write sees them grey. */
export function ToolRail({ onHelp }: { readonly onHelp: () => void }) {
  const mayPin = useMay('pin.place');
  const mayLock = useMay('lock.set');
  const isCovered = useBoard(({ compare }) => compare !== null);
  const isOpen = useBoard((state) => !looksOnly(state));
  const may = (name: ToolName) =>
    name === 'select' || name === 'hand' || (isOpen && (name === 'lock' ? mayLock : mayPin));
  return (
    <nav
      inert={isCovered}
      aria-label={words.tools}
      className="z-10 row-start-4 flex items-center justify-center gap-1 border-line border-t bg-panel p-1.5 md:col-start-2 md:row-start-3 md:flex-col md:justify-start md:gap-0.5 md:border-t-0 md:border-r md:px-2 md:py-2.5"
    >
      {toolNames.map((name) => (
        <span key={name} className="contents">
          {name === 'pin' && (
            <span aria-hidden="true" className="h-6 w-px bg-line md:my-1.5 md:h-px md:w-6" />
          )}
          <Tool name={name} disabled={!may(name)} />
        </span>
      ))}
      <span className="md:flex-1" />
      <IconButton
        icon={Keyboard}
        label={words.keys}
        keys="?"
        side="right"
        onClick={onHelp}
        className="hidden size-9 md:grid"
      />
    </nav>
  );
}

function Tool({ name, disabled }: { readonly name: ToolName; readonly disabled: boolean }) {
  const { store } = useBoardContext();
  const isHeld = useBoard(({ tool }) => tool === name);
  const Icon = icons[name];
  return (
    <Tip says={words.toolNames[name]} keys={toolKeys[name]} side="right">
      <button
        type="button"
        aria-label={words.toolNames[name]}
        aria-pressed={isHeld}
        disabled={disabled}
        onClick={() => store.setState({ tool: name })}
        className={classes(
          'relative grid size-11 place-items-center rounded-2 transition-colors duration-[90ms] disabled:pointer-events-none disabled:text-text-off md:size-9',
          isHeld
            ? 'bg-text text-panel shadow-1'
            : 'text-text-2 hover:bg-hover hover:text-text active:bg-pressed',
        )}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
        <span
          aria-hidden="true"
          className="absolute right-0.5 bottom-0 hidden font-medium text-[8px] leading-3 opacity-80 md:block"
        >
          {toolKeys[name]}
        </span>
      </button>
    </Tip>
  );
}
