import { createTestDatabase } from '@pinpaint/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServiceStage, type ServiceStage } from '../testing/aServiceStage.ts';

const apiKey = 'bfl-an-operators-key-that-nobody-sees';
const { url } = await createTestDatabase();
let stage: ServiceStage;

beforeAll(async () => {
  const said = (address: string) => ({ BFL_API_KEY: apiKey, BFL_BASE_URL: address, BFL_USD_PER_RUN: '0.06' });
  stage = await openServiceStage(url, { service: 'flux', said });
});
afterAll(() => stage?.stop());

test('FLUX’s ladybird becomes an approved version, booked as billed and not as estimated', async () => {
  await stage.fake.behave('draw');
  const edit = await stage.anEdit();
  expect(edit).toMatchObject({ state: 'proposed', engine: 'flux-fill', estimate: { region: { usd: 0.06 } } });
  expect(edit.cost.usd).toBe(0.05);
  const { candidate, proof, state } = await stage.approve(edit.id);
  expect(candidate.provenance).toMatchObject({ service: 'bfl', taskId: 'task-1', seed: 7 });
  expect([proof.changedOutside, proof.changedInLocks, state]).toEqual([0, 0, 'approved']);
});

test('what its moderation says is what people read', async () => {
  await stage.fake.behave('moderate');
  const edit = await stage.anEdit();
  expect(edit).toMatchObject({ state: 'failed', failure: { code: 'engine.refused' }, cost: { usd: 0.05 } });
  expect(edit.failure.says).toMatch(/Content Moderated: Derivative works/);
  expect(stage.log()).not.toContain(apiKey);
});
