import { redirect } from 'next/navigation.js';

type Params = Promise<{ readonly projectId: string }>;

/** A project is a part of the page of all. */
export default async function Page({ params }: { readonly params: Params }) {
  redirect(`/projects#${encodeURIComponent((await params).projectId)}`);
}
