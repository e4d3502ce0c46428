import type { Metadata } from 'next';
import { LinksPage } from '../../../../../links/LinksPage.tsx';
import { texts } from '../../../../../text/texts.ts';

export const metadata: Metadata = { title: texts.home.title(texts.home.links) };

type Params = Promise<{ readonly projectId: string }>;

/** One project's links; `?board=` begins one for that board, as "Share" on it wants. */
export default async function Page({ params }: { readonly params: Params }) {
  return <LinksPage projectId={(await params).projectId} />;
}
