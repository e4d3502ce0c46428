import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

type Dashboard = {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
};

test('the dashboard asks for metrics that there are, and operators read of each', () => {
  const told = new Set(
    globSync('{apps,packages}/*/src/**/tellOf*.ts', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/name: '(pinpaint_\w+)'/g)].map(([, name]) => name),
    ),
  );
  const { panels }: Dashboard = JSON.parse(readFileSync(join(root, 'infra/grafana.json'), 'utf8'));
  const shown = new Set(namesIn(panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)).join('\n')));
  const described = new Set(namesIn(readFileSync(join(root, 'docs/operating.md'), 'utf8')));
  expect(told.size).toBeGreaterThan(15);
  expect([...shown].filter((name) => !told.has(name))).toEqual([]);
  expect([...described].filter((name) => !told.has(name))).toEqual([]);
  expect([...told].filter((name) => name && !described.has(name))).toEqual([]);
});

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/pinpaint_[a-z_]+/g)].map(([name]) => name.replace(/_bucket$/, ''));
}
