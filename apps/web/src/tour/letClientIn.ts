import { enter, lookAt } from '../client/entry/enter.ts';
import { recall, remember } from '../client/parts/remember.ts';
import { texts } from '../text/texts.ts';

/** By the demo’s link, which asks for a name only: the phone shows the picture from the start. */
export async function letClientIn(link: string): Promise<void> {
  const name = recall('name') ?? texts.roles.client;
  remember('name', name);
  const token = link.slice('/r/'.length);
  const entry = await lookAt(token);
  if (entry.at === 'asking') await enter(token, { name });
}
