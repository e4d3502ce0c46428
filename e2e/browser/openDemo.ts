import { throwAwayStack } from '../../apps/cli/src/demo/throwAwayStack.ts';
import type { Access } from '../../apps/cli/src/stack/access.ts';
import { seedPictures } from '../../apps/cli/src/stack/seedPictures.ts';
import { type Ask, askApi } from '../askApi.ts';
import type { Person } from './openBrowser.ts';

export type Demo = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly access: Access;
  /** The id of one of the demo's pictures, by its name. */
  frameId(name: string): string;
  /** The API, as a program of one of the demo people. */
  as(role: 'owner' | 'director' | 'artist'): Ask;
  /** One click on the sign-in page.
   * @param by another way to the same server, such as a line that can be cut */
  signIn(person: Person, role: 'director' | 'artist', by?: string): Promise<void>;
  stop(): Promise<void>;
};

/** What `npm start` gives somebody who has never seen it, in a folder that is gone afterwards. */
export async function openDemo(): Promise<Demo> {
  const never = new AbortController().signal;
  const silent = () => undefined;
  const { url, stack, stop } = await throwAwayStack(silent, never);
  const { access } = stack;
  if (!access) throw new Error('The embedded stack has a demo studio.');
  await seedPictures(url, access, silent);
  return {
    url,
    databaseUrl: stack.databaseUrl,
    access,
    frameId: (name) => access.frames.find((frame) => frame.name === name)?.id ?? '',
    as: (wanted) => askApi(url, access.people.find(({ role }) => role === wanted)?.token ?? ''),
    async signIn({ page }, role, by = url) {
      await page.goto(`${by}/sign-in?to=/projects`);
      await page.locator(`button[name=role][value=${role}]`).click();
      await page.waitForURL('**/projects');
    },
    stop,
  };
}
