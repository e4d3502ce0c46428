import 'pixi.js/unsafe-eval';
import { type FrameId, intersectRects } from '@pinpaint/domain';
import { Container, WebGLRenderer } from 'pixi.js';
import type { BoardState } from '../../state/boardStore.ts';
import { boardToFrame, toBoard, toScreen } from '../camera.ts';
import type { BoardMask } from '../mask/useMask.ts';
import type { FrameScene } from '../scene.ts';
import { pictureOf } from '../viewActions.ts';
import { FramePicture, type MaskImages } from './FramePicture.ts';
import { GridStore } from './GridStore.ts';
import { TextureStore, textureOf } from './TextureStore.ts';

type BoardView = Pick<BoardState, 'camera' | 'view' | 'places' | 'bounds' | 'grown'>;

/** The board's pictures, drawn by the graphics card. It draws when it is told to, and knows nothing of React. */
export class BoardCanvas {
  readonly #renderer: WebGLRenderer;
  readonly #stage = new Container();
  readonly #textures: TextureStore;
  readonly #grids: GridStore;
  readonly #pictures = new Map<FrameId, FramePicture>();
  #scene: readonly FrameScene[] = [];
  #mask: { readonly frameId: FrameId; readonly images: MaskImages } | null = null;
  #warm: readonly string[] = [];

  /** @param onChange something that is drawn has come */
  static async open(host: HTMLElement, onChange: () => void): Promise<BoardCanvas> {
    const renderer = new WebGLRenderer();
    await renderer.init({
      antialias: true,
      backgroundAlpha: 0,
      autoDensity: true,
      resolution: devicePixelRatio,
      skipExtensionImports: true,
    });
    renderer.canvas.setAttribute('aria-hidden', 'true');
    host.append(renderer.canvas);
    return new BoardCanvas(renderer, onChange);
  }

  private constructor(renderer: WebGLRenderer, onChange: () => void) {
    this.#renderer = renderer;
    this.#textures = new TextureStore(onChange);
    this.#grids = new GridStore(onChange);
  }

  show(scene: readonly FrameScene[]): void {
    this.#scene = scene;
    const ids = new Set(scene.map(({ frameId }) => frameId));
    for (const [id, picture] of this.#pictures) {
      if (ids.has(id)) continue;
      picture.close();
      this.#pictures.delete(id);
    }
  }

  showMask(shown: BoardMask | null): void {
    const { band, wash } = this.#mask?.images ?? {};
    this.#mask = shown && { frameId: shown.frameId, images: toImages(shown) };
    band?.destroy(true);
    wash?.destroy(true);
  }

  /** Addresses of what may be shown next, so that the flip to it is instant. */
  warm(urls: readonly string[]): void {
    this.#warm = urls;
  }

  draw(board: BoardView): void {
    this.#fitInto(board);
    this.#textures.begin();
    for (const scene of this.#scene) this.#drawFrame(scene, board);
    for (const url of this.#warm) this.#textures.want(url, 50);
    this.#textures.end();
    this.#renderer.render(this.#stage);
  }

  /** The path of what was drawn topmost in a frame. */
  topOf(frameId: FrameId | null): string | null {
    return (frameId && this.#pictures.get(frameId)?.top) ?? null;
  }

  close(): void {
    this.showMask(null);
    for (const picture of this.#pictures.values()) picture.close();
    this.#textures.close();
    this.#renderer.destroy({ removeView: true });
  }

  #drawFrame(scene: FrameScene, board: BoardView): void {
    const { frameId } = scene;
    const picture = this.#pictures.get(frameId) ?? this.#add(frameId);
    const [place, seen] = [board.places.get(frameId), pictureOf(board, frameId)];
    const view = { x: 0, y: 0, ...board.view };
    if (!place || !seen || !intersectRects(seen, view)) {
      picture.prepare(scene);
      return;
    }
    const origin = toScreen(board.camera, place);
    const scale = place.scale * board.camera.scale;
    picture.view.position.set(origin.x, origin.y);
    picture.view.scale.set(scale);
    const [x, y] = boardToFrame(place, toBoard(board.camera, view));
    const look = {
      seen: { x, y, width: view.width / scale, height: view.height / scale },
      density: scale * this.#renderer.resolution,
    };
    picture.draw(scene, look, this.#mask?.frameId === frameId ? this.#mask.images : null);
  }

  #add(frameId: FrameId): FramePicture {
    const picture = new FramePicture(this.#textures, this.#grids);
    this.#pictures.set(frameId, picture);
    this.#stage.addChild(picture.view);
    return picture;
  }

  #fitInto({ view }: BoardView): void {
    const { screen, resolution } = this.#renderer;
    const isSame = screen.width === view.width && screen.height === view.height;
    if (!isSame || resolution !== devicePixelRatio) {
      this.#renderer.resize(view.width, view.height, devicePixelRatio);
    }
  }
}

function toImages({ mask, washes }: BoardMask): MaskImages {
  return { rect: mask.rect, band: textureOf(mask.band), wash: washes ? textureOf(mask.wash) : null };
}
