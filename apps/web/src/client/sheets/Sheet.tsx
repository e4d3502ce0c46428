'use client';

import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { clientTexts as texts } from '../../text/clientTexts.ts';
import { TouchButton } from '../parts/TouchButton.tsx';

export type SheetProps = {
  readonly label: string;
  readonly onClose: () => void;
  /** Something of its own stands in the corner where a desktop's close button would. */
  readonly hasCorner?: boolean;
  readonly children: ReactNode;
};

/** As far as this down, and the sheet was meant to go. */
const flingPx = 60;

/** Slides up from a phone's lower edge; on a desktop it stands in the column beside the picture. */
export function Sheet({ label, onClose, hasCorner, children }: SheetProps) {
  const from = useRef<number | null>(null);
  return (
    <section
      aria-label={label}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      className="relative max-h-[72dvh] shrink-0 overflow-y-auto rounded-t-4 bg-panel px-4 pb-[max(20px,env(safe-area-inset-bottom))] shadow-[0_-8px_32px_rgb(0_0_0/.45)] transition-transform duration-[160ms] ease-move starting:translate-y-8 md:max-h-none md:overflow-visible md:rounded-none md:pt-5 md:pb-5 md:shadow-none md:starting:translate-y-0"
    >
      <button
        type="button"
        aria-label={texts.common.close}
        className="-mx-4 flex h-8 w-[calc(100%+32px)] touch-none items-center justify-center md:hidden"
        onPointerDown={(event) => {
          from.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={({ clientY }) => {
          if (from.current !== null && clientY - from.current > flingPx) onClose();
          from.current = null;
        }}
        onClick={onClose}
      >
        <span className="h-1 w-9 rounded-full bg-line-control" />
      </button>
      {!hasCorner && (
        <TouchButton
          icon={X}
          label={texts.common.close}
          onClick={onClose}
          className="absolute top-2 right-2 max-md:hidden"
        />
      )}
      {children}
    </section>
  );
}
