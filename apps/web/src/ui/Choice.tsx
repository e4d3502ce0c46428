'use client';

import { RadioGroup } from 'radix-ui';

export type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[];
  readonly onChange: (value: T) => void;
};

/** One of a few, side by side. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className="inline-flex gap-0.5 rounded-2 bg-sunken p-0.5"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className="inline-flex h-6 min-w-7 pointer-coarse:h-10 items-center justify-center gap-1.5 whitespace-nowrap rounded-1 px-2.5 font-medium text-12 text-text-2 hover:text-text disabled:text-text-off data-[state=checked]:bg-pressed data-[state=checked]:text-text data-[state=checked]:shadow-1"
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
