import { describe, expect, it } from 'vitest';
import { type CostedEdit, type CostedLayer, layerCosts, newLayers } from './layerCosts.ts';

const cost = (usd: number) => ({ pixels: usd * 100, seconds: usd * 10, usd });
const expected = (usd: number) => ({ ...cost(usd), spread: null });

function aLayer(id: string, editId: string, usd: number | null): CostedLayer {
  return { id, made: { editId, cost: usd === null ? null : cost(usd) } } as CostedLayer;
}

function anEdit(
  id: string,
  region: number,
  frame: number,
  startedAt: string | null = 'then',
): [string, CostedEdit] {
  const estimate = { region: expected(region), frame: expected(frame) };
  return [id, { id, pinId: `pin of ${id[0]}`, cost: null, estimate, timings: { startedAt } } as CostedEdit];
}

describe('what layers cost', () => {
  it('is what their edits did, beside what the whole frame would have', () => {
    const layers = [aLayer('l1', 'e1', 1), aLayer('l2', 'f2', 2)];
    const edits = new Map([anEdit('e1', 9, 40), anEdit('f2', 9, 60)]);
    expect(layerCosts(layers, edits)).toEqual({ region: cost(3), frame: cost(100) });
  });

  it('counts an edit once, and by its estimate until it has answered', () => {
    const layers = [aLayer('l1', 'e1', null), aLayer('l2', 'e1', null)];
    expect(layerCosts(layers, new Map([anEdit('e1', 3, 30)]))).toEqual({ region: cost(3), frame: cost(30) });
  });

  it('is also what was tried for the same notes and not taken, but not what never began', () => {
    const others = [anEdit('e2', 5, 50), anEdit('e3', 7, 70, null), anEdit('f1', 9, 90)];
    const edits = new Map([anEdit('e1', 3, 30), ...others]);
    expect(layerCosts([aLayer('l1', 'e1', 3)], edits)).toEqual({ region: cost(8), frame: cost(80) });
  });

  it('claims no saving for an edit that is not known any more', () => {
    expect(layerCosts([aLayer('l1', 'e1', 2)], new Map())).toEqual({ region: cost(2), frame: cost(2) });
    expect(layerCosts([], new Map()).region.usd).toBe(0);
  });
});

it('new layers are those the version before has not', () => {
  expect(newLayers([{ id: 'a' }, { id: 'b' }], [{ id: 'a' }, { id: 'c' }])).toEqual([{ id: 'b' }]);
});
