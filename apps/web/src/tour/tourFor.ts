import type { IncomingMessage } from 'node:http';
import { type Config, networkAddresses } from '@pinpaint/config';
import { isLoopback } from '../api/auth/isLoopback.ts';
import type { Tour } from './tour.ts';

export function tourFor(
  request: Pick<IncomingMessage, 'socket' | 'headers'>,
  { demoTour, ...where }: Pick<Config, 'demoTour' | 'host' | 'port' | 'publicUrl'>,
): Tour | null {
  if (!demoTour || !isLoopback(request)) return null;
  const { linkToken, boardId, frameId } = demoTour;
  const link = `/r/${linkToken}`;
  const at = (base: string) => `${base}${link}`;
  return { link, here: at(where.publicUrl), boardId, frameId, addresses: networkAddresses(where).map(at) };
}
