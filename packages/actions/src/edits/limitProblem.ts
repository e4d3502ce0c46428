import type { Tx } from '@pinpaint/db';
import { type LimitScope, limitBeyond } from '@pinpaint/domain';
import { type ProblemCode, problem } from '../problem.ts';
import { readLimits } from './limits.sql.ts';

type Spending = {
  readonly studioId: string;
  readonly projectId: string;
  readonly usd: number;
  readonly now: Date;
  readonly begunOnly?: boolean;
};

/** The limit that this much would go beyond, as what is said then; null: none. */
export async function limitProblem(tx: Tx, { usd, ...at }: Spending) {
  if (usd === 0) return null;
  const beyond = limitBeyond(await readLimits(tx, at), usd);
  if (!beyond) return null;
  const { of, limitUsd, spentUsd } = beyond;
  return problem(limitCodes[of], { limitUsd, spentUsd, usd });
}

export function isLimitReached(code: ProblemCode): boolean {
  return Object.values(limitCodes).some((one) => one === code);
}

const limitCodes: Readonly<Record<LimitScope, ProblemCode>> = {
  edit: 'edit.limit-reached',
  'project-day': 'project.day-limit-reached',
  project: 'project.limit-reached',
  'studio-day': 'studio.day-limit-reached',
  'studio-month': 'studio.month-limit-reached',
};
