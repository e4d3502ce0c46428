import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A number now, or one for each value of the metric's label. */
export type Reading = number | Iterable<readonly [label: string, value: number]>;

type MetricFacts = {
  /** As Prometheus has it: `pinpaint_rooms`, with the unit at its end, and `_total` where it only grows. */
  readonly name: string;
  readonly help: string;
  readonly label?: string;
};

/** What a process tells of itself. Numbers are read when somebody asks; nothing is done for them before. */
export type Metrics = {
  /** @param read what has happened since the start */
  counter(facts: MetricFacts, read: () => Reading): void;
  /** @returns what is told of each time that something happens */
  count(facts: MetricFacts): (label?: string) => void;
  gauge(facts: MetricFacts, read: () => Reading | Promise<Reading>): void;
  /** @returns what is told how long something has taken */
  seconds(facts: MetricFacts, buckets?: readonly number[]): (seconds: number, label?: string) => void;
  /** In Prometheus's text format. */
  text(): Promise<string>;
};

const usualBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const;

/** With what Node tells of itself: event loop, memory, processor. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const options = ({ name, help, label }: MetricFacts) => ({
    name,
    help,
    labelNames: label ? [label] : [],
    registers: [registry],
  });
  return {
    counter(facts, read) {
      new Counter({
        ...options(facts),
        collect() {
          this.reset();
          for (const [labels, value] of labelled(facts, read())) this.inc(labels, value);
        },
      });
    },
    count(facts) {
      const counter = new Counter(options(facts));
      const { label } = facts;
      return (value) => (label ? counter.inc({ [label]: value ?? '' }) : counter.inc());
    },
    gauge(facts, read) {
      new Gauge({
        ...options(facts),
        async collect() {
          const reading = await read();
          this.reset();
          for (const [labels, value] of labelled(facts, reading)) this.set(labels, value);
        },
      });
    },
    seconds(facts, buckets = usualBuckets) {
      const histogram = new Histogram({ ...options(facts), buckets: [...buckets] });
      const { label } = facts;
      return (seconds, value) =>
        label ? histogram.observe({ [label]: value ?? '' }, seconds) : histogram.observe(seconds);
    },
    text: () => registry.metrics(),
  };
}

type Labelled = readonly [labels: Record<string, string>, value: number];

function labelled({ label }: MetricFacts, reading: Reading): readonly Labelled[] {
  if (typeof reading === 'number') return [[{}, reading]];
  return [...reading].map(([value, number]) => [label ? { [label]: value } : {}, number]);
}
