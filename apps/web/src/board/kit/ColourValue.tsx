'use client';

import { useState } from 'react';
import type { KitColour } from '../../data/types.ts';
import { Field } from '../../ui/Field.tsx';

export type ColourValueProps = {
  readonly label: string;
  readonly hex: KitColour['hex'];
  readonly onChange: (hex: KitColour['hex']) => void;
  /** When it is left, or Enter pressed in it. */
  readonly onSettled?: () => void;
};

/** A colour's value: chosen by eye, or written as a brand's guide has it. */
export function ColourValue({ label, hex, onChange, onSettled }: ColourValueProps) {
  const [written, setWritten] = useState<string | null>(null);
  return (
    <>
      <input
        type="color"
        aria-label={label}
        value={hex}
        onChange={({ target }) => onChange(target.value as KitColour['hex'])}
        onBlur={onSettled}
        className="size-8 shrink-0 rounded-2 bg-transparent"
      />
      <Field
        label={`${label} #`}
        hideLabel
        className="num order-2 w-22 shrink-0"
        spellCheck={false}
        value={written ?? hex}
        maxLength={7}
        onChange={({ target }) => {
          setWritten(target.value);
          const read = hexIn(target.value);
          if (read) onChange(read);
        }}
        onBlur={() => {
          setWritten(null);
          onSettled?.();
        }}
        onKeyDown={({ key }) => key === 'Enter' && onSettled?.()}
      />
    </>
  );
}

function hexIn(text: string): KitColour['hex'] | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(text.trim())?.[1];
  return digits ? `#${digits.toLowerCase()}` : null;
}
