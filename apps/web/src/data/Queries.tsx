'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from './createQueryClient.ts';

export type QueriesProps = {
  readonly children: ReactNode;
  /** The API no longer knows who asks. */
  readonly onUnknown?: () => void;
};

/** What the server has told, kept until news say that it has changed. */
export function Queries({ children, onUnknown }: QueriesProps) {
  const [client] = useState(() => createQueryClient(onUnknown));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
