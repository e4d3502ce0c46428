import { join, resolve } from 'node:path';
import { flags } from '@pinpaint/domain';
import { measureEdit } from '@pinpaint/imaging';
import { expect, it } from 'vitest';
import { fillByHeal } from '../bench/fillers.ts';
import { caseHole, readPictures } from '../bench/readCases.ts';

const fixtures = resolve(import.meta.dirname, '../../../../fixtures');

it('does not end in a straight cut where the wood on one side meets a tree on the other', async () => {
  const { cases, pictures } = await readPictures(join(fixtures, 'cases.json'), fixtures);
  const one = cases.find(({ id }) => id === 'tree-off');
  const whole = one && pictures.get(one.image);
  const hole = one && whole && caseHole(one, whole);
  if (!hole) throw new Error('The case is among the fixtures');
  const { picture } = await fillByHeal(hole);
  const [before, after] = [hole.picture, picture].map(
    ({ width, height, data }) => ({ width, height, channels: 3, depth: 8, data }) as const,
  );
  if (!before || !after) throw new Error('There are two');
  const alpha = hole.request.permittedAlpha;
  const { cut } = measureEdit({ before, after, alpha, change: 'removed' }, ['cut']);
  expect(cut).toBeLessThanOrEqual(flags['edge.cut'].above);
});
