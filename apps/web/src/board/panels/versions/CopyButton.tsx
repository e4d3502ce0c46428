'use client';

import { Check, type LucideIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';

export type CopyButtonProps = { readonly text: string; readonly icon: LucideIcon; readonly label: string };

/** Says that it has copied, for a moment, in the same place. */
export function CopyButton({ text, icon: Icon, label }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    setCopied(true);
  };
  const Shown = isCopied ? Check : Icon;
  return (
    <Button onClick={() => void copy()}>
      <Shown size={14} aria-hidden="true" />
      <span aria-live="polite">{isCopied ? texts.common.copied : label}</span>
    </Button>
  );
}
