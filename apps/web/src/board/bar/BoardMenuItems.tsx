'use client';

import { DropdownMenu } from 'radix-ui';
import { useRef, useSyncExternalStore } from 'react';
import { texts } from '../../text/texts.ts';
import { useTour } from '../../tour/TourContext.tsx';
import { useRestartTour } from '../../tour/useRestartTour.ts';
import { classes } from '../../ui/classes.ts';
import {
  currentSurround,
  readSurround,
  setSurround,
  subscribeSurround,
  surrounds,
} from '../../ui/surround.ts';
import { useBoardContext } from '../state/BoardContext.tsx';
import { useMay } from '../state/useMay.ts';

const words = texts.board;

const item =
  'flex h-8 cursor-default items-center rounded-2 px-2 text-13 outline-none data-[highlighted]:bg-hover';

/** The board's history, the brand's kit, and what lies around pictures; who grades switches it often. */
export function BoardMenuItems() {
  const { store } = useBoardContext();
  const mayLookBack = useMay('room.read');
  const mayReadKit = useMay('kit.read');
  const tour = useTour();
  const { restart } = useRestartTour();
  const opensHistory = useRef(false);
  const surround = useSyncExternalStore(subscribeSurround, currentSurround, () => 'dark' as const);
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        onCloseAutoFocus={(event) => {
          if (!opensHistory.current) return;
          event.preventDefault();
          // The first time it takes the focus by itself, when it has been fetched.
          document.querySelector<HTMLElement>('[data-history]')?.focus();
        }}
        className="z-50 min-w-44 rounded-3 bg-raised p-1 shadow-2"
      >
        {mayLookBack && (
          <DropdownMenu.Item
            onSelect={() => {
              opensHistory.current = true;
              store.setState({ showsHistory: true });
            }}
            className={item}
          >
            {words.history}
          </DropdownMenu.Item>
        )}
        {mayReadKit && (
          <DropdownMenu.Item
            onSelect={() => store.setState({ showsKit: true })}
            className={classes('mb-1', item)}
          >
            {words.kit}
          </DropdownMenu.Item>
        )}
        <DropdownMenu.Label className="px-2 py-1.5 font-medium text-11 text-text-3">
          {words.surround}
        </DropdownMenu.Label>
        <DropdownMenu.RadioGroup value={surround} onValueChange={(next) => setSurround(readSurround(next))}>
          {surrounds.map((name) => (
            <DropdownMenu.RadioItem
              key={name}
              value={name}
              className="flex h-8 cursor-default items-center gap-2.5 rounded-2 px-2 text-13 outline-none data-[highlighted]:bg-hover"
            >
              <span
                aria-hidden="true"
                className="grid size-3.5 place-items-center rounded-full shadow-[inset_0_0_0_1.5px_var(--line-control)]"
              >
                <DropdownMenu.ItemIndicator className="size-1.5 rounded-full bg-text" />
              </span>
              {words.surrounds[name]}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
        {tour && (
          <DropdownMenu.Item
            onSelect={restart}
            className="mt-1 flex h-8 cursor-default items-center border-line border-t px-2 text-13 outline-none data-[highlighted]:bg-hover"
          >
            {texts.tour.restart}
          </DropdownMenu.Item>
        )}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}
