import { MadeGraph } from '../../onnx/testing/madeGraph.ts';
import type { FillKind } from '../fillKind.ts';

const rounds = 400;

/** What a file may do otherwise than its form says. */
type Fault = 'none' | 'bgr' | 'reversed mask' | '−1…1' | '0…1' | '0…255';

/**
 * A file with the inputs and outputs of LaMa (`pair`, `joined`) or MI-GAN (`bytes`) that lays a membrane over the
 * hole: each of its pixels becomes the mean of its neighbours, many times. Where the known is a plane, so is the fill.
 */
export function membraneGraph(form: FillKind['form'], side: number | null, fault: Fault = 'none'): MadeGraph {
  const graph = new MadeGraph();
  const [h, w] = side ? [side, side] : ['height', 'width'];
  const { picture, hole: asked } = inputsOf(graph, form, [h, w]);
  const hole = fault === 'reversed mask' ? graph.node('Sub', [graph.floats([1]), asked]) : asked;
  const known = graph.node('Sub', [graph.floats([1]), hole]);
  const fixed = graph.node('Mul', [picture, known]);
  const cross = graph.floats(
    [0, 0.25, 0, 0.25, 0, 0.25, 0, 0.25, 0].flatMap((v) => [v]),
    [1, 1, 3, 3],
  );
  const kernel = graph.node('Expand', [cross, graph.longs([3, 1, 3, 3])]);
  let fill = fixed;
  for (let round = 0; round < rounds; round++) {
    const around = graph.node('Conv', [fill, kernel], { pads: [1, 1, 1, 1], group: 3 });
    fill = graph.node('Add', [fixed, graph.node('Mul', [around, hole])]);
  }
  if (fault === 'bgr')
    fill = graph.node(
      'Concat',
      [2, 1, 0].map((at) => graph.channels(fill, at, at + 1)),
      { axis: 1 },
    );
  if (form === 'bytes') {
    const rounded = graph.node('Round', [graph.node('Mul', [fill, graph.floats([255])])]);
    graph.output(graph.cast(rounded, 'uint8'), 'result', 'uint8', [1, 3, h, w]);
    return graph;
  }
  const [factor, plus] = answerIn(fault, form);
  const answer = graph.node('Add', [graph.node('Mul', [fill, graph.floats([factor])]), graph.floats([plus])]);
  graph.output(answer, 'output', 'float32', [1, 3, h, w]);
  return graph;
}

/** What a picture of 0…1 is multiplied by, and what is added. */
function answerIn(fault: Fault, form: 'pair' | 'joined'): readonly [number, number] {
  if (fault === '−1…1') return [2, -1];
  if (fault === '0…1') return [1, 0];
  return fault === '0…255' || form === 'pair' ? [255, 0] : [1, 0];
}

/** The picture in 0…1 and the hole as 1, whatever the form says them in. */
function inputsOf(graph: MadeGraph, form: FillKind['form'], size: readonly (number | string)[]) {
  if (form === 'joined') {
    const both = graph.input('input', 'float32', [1, 4, ...size]);
    return { picture: graph.channels(both, 0, 3), hole: graph.channels(both, 3, 4) };
  }
  if (form === 'pair') {
    return {
      picture: graph.input('image', 'float32', [1, 3, ...size]),
      hole: graph.input('mask', 'float32', [1, 1, ...size]),
    };
  }
  const of255 = (name: string, planes: number): string =>
    graph.node('Div', [
      graph.cast(graph.input(name, 'uint8', [1, planes, ...size]), 'float32'),
      graph.floats([255]),
    ]);
  return { picture: of255('image', 3), hole: graph.node('Sub', [graph.floats([1]), of255('mask', 1)]) };
}
