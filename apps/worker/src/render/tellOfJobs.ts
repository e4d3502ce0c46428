import type { Metrics } from '@pinpaint/config';
import type { JobName } from '@pinpaint/db';

export type JobsTold = {
  done(job: JobName, seconds: number): void;
  failed(job: JobName): void;
};

/** Up to hours: upscaling is one of them. */
const buckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/** What Prometheus is told of a renderer. */
export function tellOfJobs(metrics: Metrics): JobsTold {
  const failed = metrics.count({
    name: 'pinpaint_job_failures_total',
    help: 'Jobs that failed and are tried again',
    label: 'job',
  });
  const facts = { name: 'pinpaint_job_seconds', help: 'What a job took that succeeded', label: 'job' };
  const took = metrics.seconds(facts, buckets);
  return {
    done: (job, seconds) => took(seconds, job),
    failed,
  };
}
