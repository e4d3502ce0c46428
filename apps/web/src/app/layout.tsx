import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './tokens.css';
import './page.css';

export const metadata: Metadata = { title: 'Pinpaint', description: 'A note becomes an exact edit.' };

/** A page made ahead of time would have no nonce, and its scripts would not run. */
export const dynamic = 'force-dynamic';

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
