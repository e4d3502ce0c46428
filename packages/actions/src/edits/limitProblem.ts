import type { Tx } from '@pinpaint/db';
import { type LimitScope, limitBeyond } from '@pinpaint/domain';
import { type ProblemCode, problem } from '../problem.ts';
import { readLimits } from './limits.sql.ts';

type Spending = {
  readonly studioId: string;
  readonly projectId: string;
  readonly usd: number;
  readonly now: Date;
};

/** Why this much may not be spent there; null: it may. Asked in the transaction that queues what will spend it. */
export async function limitProblem(tx: Tx, { studioId, projectId, usd, now }: Spending) {
  if (usd === 0) return null;
  const beyond = limitBeyond(await readLimits(tx, { studioId, projectId, now }), usd);
  if (!beyond) return null;
  const { of, limitUsd, spentUsd } = beyond;
  return problem(limitCodes[of], { limitUsd, spentUsd, usd });
}

const limitCodes = {
  edit: 'edit.limit-reached',
  'project-day': 'project.day-limit-reached',
  project: 'project.limit-reached',
  'studio-day': 'studio.day-limit-reached',
  'studio-month': 'studio.month-limit-reached',
} as const satisfies Record<LimitScope, ProblemCode>;
