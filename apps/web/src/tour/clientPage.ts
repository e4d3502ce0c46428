import type { Tour } from './tour.ts';

/** The client’s page, with the picture that is circled first open. */
export function clientPage({ link, frameId }: Pick<Tour, 'link' | 'frameId'>): string {
  return `${link}#${frameId}`;
}
