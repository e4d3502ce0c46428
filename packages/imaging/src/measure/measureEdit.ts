import { once } from '../once.ts';
import { areasOf } from './areasOf.ts';
import { blocksIn } from './blocks.ts';
import { type Gradients, gradientsOf } from './gradients.ts';
import { measureBreaks } from './measureBreaks.ts';
import { measureCopies } from './measureCopies.ts';
import { measureCut } from './measureCut.ts';
import { measureGhost } from './measureGhost.ts';
import { type BlocksOf, measureBlur, measureGrain } from './measureGrain.ts';
import { measureHorizon } from './measureHorizon.ts';
import { measureLight } from './measureLight.ts';
import { measureRepetition } from './measureRepetition.ts';
import { measureRim } from './measureRim.ts';
import { measureSeam } from './measureSeam.ts';
import { measureStretch } from './measureStretch.ts';
import { type Scene, type SceneRequest, sceneOf, shrinkScene } from './scene.ts';

/**
 * What an edit was to do, and so what can be wrong with it: give a thing another colour or other light, take one
 * away, make the picture go on, or set something new into it.
 */
export type Change = 'recoloured' | 'relit' | 'removed' | 'extended' | 'added';

export type EditRequest = SceneRequest & {
  readonly change: Change;
};

export type EditFigure =
  | 'seam'
  | 'stretch'
  | 'ghost'
  | 'rim'
  | 'repetition'
  | 'copies'
  | 'light'
  | 'breaks'
  | 'horizon'
  | 'cut'
  | 'grain'
  | 'blur';

/** Those that were measured; one that tells nothing here is not there. */
export type EditFigures = Readonly<Partial<Record<EditFigure, number>>>;

const goingOn = ['seam', 'light', 'repetition', 'copies', 'breaks', 'horizon', 'grain', 'blur'] as const;

const figuresFor: Readonly<Record<Change, readonly EditFigure[]>> = {
  recoloured: ['seam', 'light'],
  // Its light is meant to be another.
  relit: ['seam', 'stretch'],
  removed: [...goingOn, 'cut', 'ghost', 'rim'],
  extended: goingOn,
  // What is new may end lines and repeat itself.
  added: ['seam', 'light', 'grain', 'blur'],
};

/** The thing is still there, so what it looked like before is what it is compared with. */
const keepsThing: ReadonlySet<Change> = new Set(['recoloured', 'relit']);

/**
 * The figures of what an edit changed; docs/figures.md says what each means and where its threshold comes from.
 *
 * @param names all that its change can have, unless told otherwise
 */
export function measureEdit(request: EditRequest, names = figuresFor[request.change]): EditFigures {
  const views = viewsOf(request);
  const measured = names.map((name) => [name, measures[name](request, views)] as const);
  return Object.fromEntries(measured.filter(([, value]) => value !== null));
}

type Views = {
  readonly fine: () => Scene;
  readonly gradients: () => Gradients;
  readonly middle: () => Scene;
  readonly coarse: () => Scene;
  readonly blocks: () => BlocksOf;
};

type Measure = (request: EditRequest, views: Views) => number | null;

const measures: Readonly<Record<EditFigure, Measure>> = {
  seam: ({ before, after, alpha, change }) =>
    measureSeam({ after, alpha, ...(keepsThing.has(change) ? { before } : {}) }),
  stretch: (_, { fine }) => measureStretch(fine()),
  ghost: (request) => measureGhost(request),
  rim: (_, { fine }) => measureRim(fine()),
  repetition: (_, { middle }) => measureRepetition(middle()),
  copies: (_, { middle }) => measureCopies(middle()),
  light: ({ change }, { coarse }) => measureLight(coarse(), keepsThing.has(change) ? 'before' : 'around'),
  breaks: (_, { fine, gradients }) => measureBreaks(fine(), gradients()),
  horizon: (_, { fine, gradients }) => measureHorizon(fine(), gradients()),
  cut: (_, { middle }) => measureCut(middle()),
  grain: (_, { blocks }) => measureGrain(blocks()),
  blur: (_, { blocks }) => measureBlur(blocks()),
};

/** Each is made when the first figure asks for it; no figure needs more than 640 pixels a side. */
function viewsOf(request: EditRequest): Views {
  const fine = once(() => sceneOf(request, 640));
  return {
    fine,
    gradients: once(() => gradientsOf(fine().after.luma, fine())),
    middle: once(() => shrinkScene(fine(), 320)),
    coarse: once(() => shrinkScene(fine(), 192)),
    blocks: once(() => blocksOf(request)),
  };
}

function blocksOf(request: EditRequest): BlocksOf {
  const { inside, around } = areasOf(request);
  return { inside: blocksIn(request.after, inside), around: blocksIn(request.after, around) };
}
