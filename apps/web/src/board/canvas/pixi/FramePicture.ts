import { containsRect, inflateRect, type PixelRect } from '@pinpaint/domain';
import { Container, Sprite, type Texture } from 'pixi.js';
import { sessionApi } from '../../../data/api.ts';
import type { TileGrid } from '../../../data/types.ts';
import type { FrameScene, PictureSource } from '../scene.ts';
import { sceneToDraw } from '../sceneToDraw.ts';
import { levelFor, planTiles, type TilePlan } from '../tiles/tilePlan.ts';
import type { PlacedTile } from '../tiles/tilesOf.ts';
import type { GridStore } from './GridStore.ts';
import type { Held, TextureStore } from './TextureStore.ts';

/** A mask on the graphics card; null where it is not washed. */
export type MaskImages = {
  readonly rect: PixelRect;
  readonly band: Texture;
  readonly wash: Texture | null;
};

export type FrameLook = {
  /** What is seen, in frame space. */
  readonly seen: PixelRect;
  /** Real screen pixels a pixel of the picture takes. */
  readonly density: number;
};

/** Below everything else that is wanted: what may be looked at next. */
const laterUrgency = 100;
const thumbnailPx = 512;
const [thumbnailZ, tileZ, overlayZ, maskZ] = [0, 10, 1_000, 2_000];

/** One frame's picture in its own space: a pixel is a unit. */
export class FramePicture {
  readonly view = new Container({ sortableChildren: true });
  readonly #textures: TextureStore;
  readonly #grids: GridStore;
  readonly #sprites = new Map<string, { readonly sprite: Sprite; drawing: number }>();
  /** What was shown until the one that is wanted can be. */
  #shown: FrameScene | null = null;
  #drawing = 0;
  #top: string | null = null;

  constructor(textures: TextureStore, grids: GridStore) {
    this.#textures = textures;
    this.#grids = grids;
  }

  /** Frames that are not seen only get their thumbnail, after everything that is. */
  prepare({ base }: FrameScene): void {
    this.view.visible = false;
    this.#textures.want(thumbnailUrl(base), laterUrgency);
  }

  draw(wanted: FrameScene, look: FrameLook, mask: MaskImages | null): void {
    this.#drawing += 1;
    this.view.visible = true;
    const scene = sceneToDraw(this.#shown, wanted, {
      isComplete: (one) => this.#isComplete(one, look),
      isBegun: ({ base }) => this.#textures.peek(thumbnailUrl(base)) !== null,
    });
    this.#shown = scene;
    this.#drawScene(scene, look);
    if (mask) this.#put('mask band', mask.band, mask.rect, { z: maskZ });
    if (mask?.wash) this.#put('mask wash', mask.wash, mask.rect, { z: maskZ });
    this.#takeAwayUnused();
  }

  /** The path of the overlay that lies topmost; null: none. */
  get top(): string | null {
    return this.#top;
  }

  close(): void {
    this.view.destroy({ children: true });
  }

  /** Asks for all of it, and says whether all of it is there that is not seen already. */
  #isComplete({ base, overlays }: FrameScene, look: FrameLook): boolean {
    const urls = [thumbnailUrl(base), ...overlays.map(({ path }) => sessionApi.url(path))];
    const areThere = urls.map((url) => this.#textures.want(url, 0)).every(Boolean);
    return areThere && (base.path === this.#shown?.base.path || this.#hasTiles(base, look));
  }

  #hasTiles(base: PictureSource, look: FrameLook): boolean {
    const plan = this.#planOf(base, look);
    const tiles = plan?.seen.map((tile, i) => this.#textures.want(tileUrl(base, tile, look.density), 1 + i));
    return tiles?.every(Boolean) ?? !needsTiles(base, look);
  }

  #drawScene({ base, overlays }: FrameScene, look: FrameLook): void {
    const held = overlays.map(({ path }) => this.#textures.want(sessionApi.url(path), 0));
    const isExtended = held.some((one) => one?.rect && !containsRect(base.bounds, one.rect));
    if (this.#textures.want(thumbnailUrl(base), 0)) {
      const bounds = isExtended ? inflateRect(base.bounds, bleedPx(look)) : base.bounds;
      this.#lay(thumbnailUrl(base), bounds, { z: thumbnailZ });
    }
    this.#drawTiles(base, look);
    this.#top = null;
    overlays.forEach(({ path, opacity }, i) => {
      const rect = held[i]?.rect;
      if (!rect) return;
      this.#lay(sessionApi.url(path), rect, { z: overlayZ + i, opacity, ...look });
      this.#top = path;
    });
  }

  /** null: the thumbnail will do, or nobody knows yet which tiles there are. */
  #planOf(base: PictureSource, look: FrameLook): TilePlan | null {
    const grid = needsTiles(base, look) ? this.#grids.get(base.path) : null;
    return grid && planTiles({ grid, seen: withinPicture(base, look), density: look.density });
  }

  #drawTiles(base: PictureSource, look: FrameLook): void {
    const plan = this.#planOf(base, look);
    const grid = plan && this.#grids.get(base.path);
    if (!grid) return;
    const url = (tile: PlacedTile) => tileUrl(base, tile, look.density);
    for (const [i, tile] of plan.ring.entries()) this.#textures.want(url(tile), laterUrgency + i);
    const missing = plan.seen.filter((tile, i) => !this.#textures.want(url(tile), 1 + i));
    if (missing.length > 0) this.#fillIn(base, grid, { ...look, seen: withinPicture(base, look) });
    for (const tile of plan.seen)
      this.#layTile(base, tile, { url: url(tile), density: look.density, z: tileZ + 50 });
  }

  /** Until the right tiles are there, those of other levels that are at hand, coarse ones below. */
  #fillIn(base: PictureSource, grid: TileGrid, { seen, density }: FrameLook): void {
    const wanted = levelFor(grid, density);
    for (let level = grid.levels.length - 1; level >= Math.max(0, wanted - 1); level -= 1) {
      for (const tile of planTiles({ grid, seen, density: 2 ** -level }).seen) {
        for (const kind of ['webp', 'png'] as const) {
          const url = tileUrlOf(base, tile, kind);
          if (this.#textures.peek(url)) this.#layTile(base, tile, { url, density, z: tileZ + 40 - level });
        }
      }
    }
  }

  #layTile(
    base: PictureSource,
    { rect }: PlacedTile,
    { url, ...how }: Laid & { readonly url: string },
  ): void {
    const { x, y } = base.bounds;
    this.#lay(url, { ...rect, x: rect.x + x, y: rect.y + y }, how);
  }

  #lay(url: string, rect: PixelRect, how: Laid): void {
    const held: Held | null = this.#textures.peek(url);
    if (held) this.#put(url, held.texture, rect, how);
  }

  #put(key: string, texture: Texture, rect: PixelRect, { z, opacity = 1, density = 0 }: Laid): void {
    const entry = this.#sprites.get(key) ?? this.#add(key);
    entry.drawing = this.#drawing;
    const { sprite } = entry;
    if (sprite.texture !== texture) sprite.texture = texture;
    sprite.zIndex = z;
    sprite.alpha = opacity;
    sprite.position.set(rect.x, rect.y);
    sprite.setSize(rect.width, rect.height);
    // Above its own size a pixel is a square with edges; the number of screen pixels per texel says when.
    setCrisp(texture, density >= 1 && texture.width >= rect.width);
  }

  #add(key: string) {
    const entry = { sprite: new Sprite(), drawing: 0 };
    this.#sprites.set(key, entry);
    this.view.addChild(entry.sprite);
    return entry;
  }

  #takeAwayUnused(): void {
    for (const [key, { sprite, drawing }] of this.#sprites) {
      if (drawing === this.#drawing) continue;
      this.#sprites.delete(key);
      sprite.destroy();
    }
  }
}

type Laid = { readonly z: number; readonly opacity?: number; readonly density?: number };

/** Two screen pixels. Where an extension ends it is half transparent once it is made smaller: what shines through there is the picture, not what lies behind it. */
function bleedPx({ density }: FrameLook): number {
  return Math.ceil(2 / density);
}

function needsTiles({ bounds }: PictureSource, { density }: FrameLook): boolean {
  return density * Math.max(bounds.width, bounds.height) > thumbnailPx;
}

/** What is seen, counted from the picture's own corner. */
function withinPicture({ bounds }: PictureSource, { seen }: FrameLook): PixelRect {
  return { ...seen, x: seen.x - bounds.x, y: seen.y - bounds.y };
}

function thumbnailUrl({ path }: PictureSource): string {
  return sessionApi.url(`${path}/thumbnail`);
}

/** At its full size and above, the very samples; smaller, what takes a fifth of the time to come. */
function tileUrl(base: PictureSource, tile: PlacedTile, density: number): string {
  return tileUrlOf(base, tile, tile.level === 0 && density >= 1 ? 'png' : 'webp');
}

function tileUrlOf({ path }: PictureSource, { level, x, y }: PlacedTile, kind: 'webp' | 'png'): string {
  return sessionApi.url(`${path}/tiles/${level}/${x}/${y}?kind=${kind}`);
}

function setCrisp({ source }: Texture, isCrisp: boolean): void {
  const mode = isCrisp ? 'nearest' : 'linear';
  if (source.scaleMode === mode) return;
  source.scaleMode = mode;
  source.style.update();
}
