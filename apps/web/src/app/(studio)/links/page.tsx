import type { Metadata } from 'next';
import { LinksPage } from '../../../links/LinksPage.tsx';
import { texts } from '../../../text/texts.ts';

export const metadata: Metadata = { title: texts.home.title(texts.home.links) };

export default function Page() {
  return <LinksPage />;
}
