import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import './tokens.css';
import './page.css';

export const metadata: Metadata = { title: 'Pinpaint', description: 'A note becomes an exact edit.' };

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
