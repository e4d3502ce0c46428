import type { Metrics } from '@pinpaint/config';
import type { Db } from '@pinpaint/db';
import type { Answered } from '../api/edge/watchRequests.ts';

/** What Prometheus is told of the API, and of edits: these are the whole installation's, whichever web is asked. */
export function tellOfWeb(metrics: Metrics, db: Db): (answer: Answered) => void {
  const facts = { name: 'pinpaint_api_answers_total', help: 'Answers of the API', label: 'status' };
  const answered = metrics.count(facts);
  const took = metrics.seconds({
    name: 'pinpaint_api_seconds',
    help: 'From a request to its answer; where events or work are waited for, the waiting too',
    label: 'route',
  });
  metrics.gauge({ name: 'pinpaint_edits_queued', help: 'Edits that nobody is at', label: 'engine' }, () =>
    countEdits(db, 'queued'),
  );
  metrics.gauge({ name: 'pinpaint_edits_running', help: 'Edits under way', label: 'engine' }, () =>
    countEdits(db, 'running'),
  );
  return ({ route, status, seconds }) => {
    answered(`${status}`);
    took(seconds, route);
  };
}

async function countEdits(db: Db, state: 'queued' | 'running'): Promise<readonly [string, number][]> {
  const counted = await db.edit.groupBy({ by: ['engine'], where: { state }, _count: true });
  return counted.map(({ engine, _count }) => [engine, _count]);
}
