import type { EngineRequest } from '../engine.ts';
import { coreOf } from './coreOf.ts';
import type { Thing } from './findThing.ts';
import { type Lit, lightShares } from './lightShares.ts';
import { between, type Look } from './look.ts';
import { type Matte, matteOf } from './matte.ts';
import { inverted } from './nearby.ts';
import { outlineOf } from './outline.ts';
import { withoutHoles } from './withoutHoles.ts';

/** Where new light falls that is meant for the thing: on it and on all that it encloses; eyes and lips are lit with the face. */
export function litMatte({ crop }: EngineRequest, look: Look, thing: Thing): Matte {
  const mask = withoutHoles(look, thing.mask);
  const alike = new Uint8Array(mask.length);
  for (let i = 0; i < alike.length; i += 1) {
    if (thing.like(look.lightness[i] ?? 0, look.tintA[i] ?? 0, look.tintB[i] ?? 0) > 0) alike[i] = 1;
  }
  const matte = matteOf(crop, outlineOf(crop, look, { ...thing, mask }));
  return dimmed(matte, look, { mask, core: coreOf(look, { ...thing, mask }), alike });
}

/** Where it falls that is meant for what lies behind the thing: on all the rest of the region. */
export function litMatteBehind({ crop }: EngineRequest, look: Look, thing: Thing): Matte {
  const front = withoutHoles(look, thing.mask);
  const { alpha, mixed, ...matte } = matteOf(crop, outlineOf(crop, look, { ...thing, mask: front }));
  const mask = inverted(front);
  return dimmed({ ...matte, alpha: alpha.map((value) => 255 - value), mixed: mixed.fill(-1) }, look, {
    mask,
    core: mask,
    alike: mask,
  });
}

function dimmed(matte: Matte, look: Look, lit: Lit): Matte {
  const shares = lightShares(look, lit);
  const alpha = new Uint8Array(matte.alpha.length);
  for (let y = 0, i = 0; y < matte.height; y += 1) {
    for (let x = 0; x < matte.width; x += 1, i += 1) {
      const value = matte.alpha[i] ?? 0;
      if (value > 0) alpha[i] = Math.round(value * between(look, shares, x, y));
    }
  }
  return { ...matte, alpha };
}
