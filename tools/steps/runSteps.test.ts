import { expect, test } from 'vitest';
import { runSteps } from './runSteps.ts';
import type { Step, StepResult } from './step.ts';

test('no more run at once than there are lanes, and all of them run', async () => {
  const stage = aStage();
  const steps = ['a', 'b', 'c', 'd', 'e'].map((name) => aStep(name));
  const results = await runSteps(steps, { lanes: 2, run: stage.run, onEnd: () => {} });
  expect(results.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(stage.most).toBe(2);
});

test('a step waits for those it comes after, though a lane is free and they fail', async () => {
  const stage = aStage(['unit']);
  const steps = [aStep('e2e', ['unit']), aStep('unit')];
  const results = await runSteps(steps, { lanes: 4, run: stage.run, onEnd: () => {} });
  expect(results.map(({ name, isOk }) => [name, isOk])).toEqual([
    ['unit', false],
    ['e2e', true],
  ]);
});

test('to come after a step that is not asked for is to wait for nothing', async () => {
  const results = await runSteps([aStep('e2e', ['unit'])], { lanes: 1, run: aStage().run, onEnd: () => {} });
  expect(results).toHaveLength(1);
});

test('each result is told as it ends', async () => {
  const told: string[] = [];
  await runSteps([aStep('a'), aStep('b')], {
    lanes: 1,
    run: aStage().run,
    onEnd: ({ name }) => told.push(name),
  });
  expect(told).toEqual(['a', 'b']);
});

test('steps that wait for each other are an error, not a wait for ever', async () => {
  const steps = [aStep('a', ['b']), aStep('b', ['a'])];
  await expect(runSteps(steps, { lanes: 2, run: aStage().run, onEnd: () => {} })).rejects.toThrow('a, b');
});

function aStep(name: string, after: readonly string[] = []): Step {
  return { name, command: ['program'], after };
}

function aStage(failing: readonly string[] = []) {
  let now = 0;
  const stage = {
    most: 0,
    async run({ name }: Step): Promise<StepResult> {
      now += 1;
      stage.most = Math.max(stage.most, now);
      await new Promise(setImmediate);
      now -= 1;
      return { name, isOk: !failing.includes(name), seconds: 0, tests: null, output: '', logFile: '' };
    },
  };
  return stage;
}
