/** One part of the installation, as `/readyz` tells it. */
export type ReadyPart = { readonly name: string; readonly ready: boolean; readonly says: string };

/** Asks the process that serves this very page; the page knows nothing of database or queue itself. */
export async function readiness(): Promise<readonly ReadyPart[]> {
  try {
    const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/readyz`, { cache: 'no-store' });
    const { parts } = (await answer.json()) as { parts: readonly ReadyPart[] };
    return parts;
  } catch {
    return [{ name: 'API', ready: false, says: 'does not answer' }];
  }
}
