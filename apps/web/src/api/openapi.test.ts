import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openApiDocument } from './app.ts';

const file = join(import.meta.dirname, '../../../../docs/openapi.json');

it('docs/openapi.json is what the routes say', async () => {
  const said = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  if (process.env.UPDATE_OPENAPI) await writeFile(file, said);
  const kept = await readFile(file, 'utf8').catch(() => '');
  const hint = 'To write it anew: UPDATE_OPENAPI=1 npx vitest run --project unit apps/web/src/api/openapi';
  expect(kept === said, `The routes have changed. ${hint}`).toBe(true);
});

it('is the same each time', () => {
  expect(openApiDocument()).toEqual(openApiDocument());
});

it('gives every operation a summary, a tag and a problem as its other answer', () => {
  const operations = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, object>).map(([method, said]) => ({ path, method, ...said })),
  );
  expect(operations.length).toBeGreaterThan(40);
  for (const operation of operations) {
    expect(operation).toMatchObject({
      summary: expect.any(String),
      tags: [expect.any(String)],
      responses: { default: expect.anything() },
    });
  }
});
