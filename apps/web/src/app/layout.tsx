import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers.js';
import type { ReactNode } from 'react';
import { texts } from '../text/texts.ts';
import { readSurround, surroundAttribute, surroundCookie } from '../ui/surround.ts';
import './tokens.css';
import './theme.css';

export const metadata: Metadata = { title: texts.common.product, description: texts.common.claim };
export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' };

/** A page made ahead of time would have no nonce, and its scripts would not run. */
export const dynamic = 'force-dynamic';

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const surround = readSurround((await cookies()).get(surroundCookie)?.value);
  return (
    <html lang={texts.language} data-surround={surroundAttribute(surround)}>
      <body>{children}</body>
    </html>
  );
}
