import type { Metadata, Viewport } from 'next';
import { ReviewPage } from '../../../client/ReviewPage.tsx';
import { clientTexts as texts } from '../../../text/clientTexts.ts';

export const metadata: Metadata = {
  title: `${texts.client.title} · ${texts.common.product}`,
  robots: { index: false },
};

/** The keyboard takes room from the page instead of covering its sheet; the picture zooms, not the page. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
};

/** What a review link opens in a browser. Whether it is still good, only its secret's holder learns, from the API. */
export default async function LinkPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  return <ReviewPage token={(await params).token} />;
}
