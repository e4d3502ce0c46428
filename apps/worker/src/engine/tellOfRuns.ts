import type { Metrics } from '@pinpaint/config';

/** @param outcome `answer`, or a failure's code */
export type RunTold = (engine: string, outcome: string, seconds: number) => void;

/** What Prometheus is told of an engine worker. */
export function tellOfRuns(metrics: Metrics): RunTold {
  const facts = {
    name: 'pinpaint_engine_outcomes_total',
    help: 'How runs of engines ended',
    label: 'outcome',
  };
  const ended = metrics.count(facts);
  const took = metrics.seconds({
    name: 'pinpaint_engine_seconds',
    help: 'Runs of engines, answered or failed',
    label: 'engine',
  });
  return (engine, outcome, seconds) => {
    ended(outcome);
    took(seconds, engine);
  };
}
