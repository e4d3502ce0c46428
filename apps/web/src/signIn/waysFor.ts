import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../api/auth/isLoopback.ts';
import type { SignInDeps } from './signInDoor.ts';
import type { SignInWays } from './ways.ts';

export function waysFor(
  request: Pick<IncomingMessage, 'socket' | 'headers'>,
  { demoStudioId, mail }: Pick<SignInDeps, 'demoStudioId' | 'mail'>,
): SignInWays {
  return { demo: demoStudioId !== null && isLoopback(request), mail: mail !== null };
}
