'use client';

import { useEffect, useState } from 'react';
import { guestApi } from '../../data/api.ts';
import { readAll } from '../../data/readAll.ts';
import type { Attachment, Message } from '../../data/types.ts';
import { useReview } from '../review/ReviewContext.tsx';

export type Thread = {
  readonly messages: readonly Message[];
  readonly attachments: readonly Attachment[];
};

const tryAgainMs = 4_000;

/** A pin's answers and reference pictures, read again when news say that there are more. null: not read yet. */
export function useThread(pinId: string): Thread | null {
  const stirred = useReview((state) => state.stirred[pinId] ?? 0);
  const [thread, setThread] = useState<Thread | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const read = async () => {
      try {
        const [messages, { items: attachments }] = await Promise.all([
          readAll<Message>(guestApi, `/pins/${pinId}/messages`),
          guestApi.get<{ items: readonly Attachment[] }>(`/pins/${pinId}/attachments`),
        ]);
        if (!isOver) setThread({ messages, attachments });
      } catch {
        // The bar says that the line is gone; whatever was read stays.
        if (!isOver) timer = setTimeout(() => void read(), tryAgainMs);
      }
    };
    // Asked for anew whenever the count changes.
    if (stirred >= 0) void read();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [pinId, stirred]);
  return thread;
}
