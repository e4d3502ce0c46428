import { EngineError, type EngineRequest } from '../engine.ts';

/** What each pixel may be used for; one plane of these is all the solver knows of masks and locks. */
export const pixelRole = {
  /** No pixel there, and none wanted. */
  absent: 0,
  /** To be seen but never copied: a locked pixel. It may guide a match, its colour goes nowhere. */
  seen: 1,
  /** May be copied from. */
  source: 2,
  /** To be filled. */
  hole: 3,
} as const;

/** `roles`: one sample a pixel, row-major, each a `pixelRole`. */
export type RolePlane = { readonly width: number; readonly height: number; readonly roles: Uint8Array };

/** The hole is the whole support of the permitted alpha: the fill must also be right where it only shines through. */
export function readRoles({ crop, permittedAlpha, known, locked }: EngineRequest): RolePlane {
  const roles = new Uint8Array(crop.width * crop.height);
  let holes = 0;
  let sources = 0;
  for (let at = 0; at < roles.length; at++) {
    const role = roleOf(permittedAlpha[at] ?? 0, known[at] ?? 0, locked[at] ?? 0);
    roles[at] = role;
    if (role === pixelRole.hole) holes++;
    if (role === pixelRole.source) sources++;
  }
  if (holes === 0) throw new EngineError('engine.nothing-to-fill', 'Nothing may change in this region.');
  if (sources === 0)
    throw new EngineError('engine.no-source', 'There is nothing around the region to copy from.');
  return { width: crop.width, height: crop.height, roles };
}

function roleOf(permitted: number, known: number, locked: number): number {
  if (locked > 0) return known > 0 ? pixelRole.seen : pixelRole.absent;
  if (permitted > 0) return pixelRole.hole;
  return known > 0 ? pixelRole.source : pixelRole.absent;
}
