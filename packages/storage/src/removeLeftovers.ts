import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { nullIfMissing } from './nullIfMissing.ts';

/** Longer than any write pauses. Not "all": other processes that share the folder may be writing now. */
const leftoverAgeMs = 60 * 60 * 1000;

/** Clears a folder of drafts of what killed processes have left in it. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const draft = join(folder, name);
    const facts = await nullIfMissing(stat(draft));
    if (facts && Date.now() - facts.mtimeMs > leftoverAgeMs)
      await rm(draft, { recursive: true, force: true });
  }
}
