import { z } from 'zod';

/** The demo people one may come in as by a click. */
export const demoRoles = ['artist', 'director'] as const;

/** How the one who asks may sign in, here and now. */
const waysSchema = z.object({
  /** Only at this very machine, and only on the embedded stack. */
  demo: z.boolean(),
  mail: z.boolean(),
  /** What people call the OpenID provider; null: there is none. */
  oidc: z.string().nullable(),
});

export type SignInWays = z.infer<typeof waysSchema>;

/** Under which the server tells its pages; what a request brings under this name itself is overwritten. */
export const waysHeader = 'x-pinpaint-sign-in-ways';

export function readWays(header: string | null): SignInWays {
  return waysSchema.parse(JSON.parse(header ?? 'null'));
}
