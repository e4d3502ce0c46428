import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../api/auth/isLoopback.ts';
import type { SignInDeps } from './signInDoor.ts';
import type { SignInWays } from './ways.ts';

export function waysFor(
  request: Pick<IncomingMessage, 'socket' | 'headers'>,
  { demoStudioId, mail, oidc }: Pick<SignInDeps, 'demoStudioId' | 'mail' | 'oidc'>,
): SignInWays {
  return {
    demo: demoStudioId !== null && isLoopback(request),
    mail: mail !== null,
    oidc: oidc?.name ?? null,
  };
}
