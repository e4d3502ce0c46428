export type Sample = {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
};

const line = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)(?: \d+)?$/;
const pair = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"(?:,|$)/y;

/** By https://prometheus.io/docs/instrumenting/exposition_formats/; throws on a line that is not of it. */
export function readMetrics(text: string): readonly Sample[] {
  return text
    .split('\n')
    .filter((one) => one !== '' && !one.startsWith('#'))
    .map((one) => {
      const [, name = '', labels = '', value = ''] = line.exec(one) ?? fail(one);
      return { name, labels: readLabels(labels), value: numberOf(value, one) };
    });
}

function readLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  pair.lastIndex = 0;
  while (pair.lastIndex < text.length) {
    const [, name = '', value = ''] = pair.exec(text) ?? fail(text);
    labels[name] = value.replace(/\\(.)/g, (_, char) => (char === 'n' ? '\n' : char));
  }
  return labels;
}

/** As Go's ParseFloat reads it, which takes NaN and Inf in any case. */
function numberOf(text: string, of: string): number {
  const special: Readonly<Record<string, number>> = {
    '+inf': Number.POSITIVE_INFINITY,
    '-inf': Number.NEGATIVE_INFINITY,
    nan: Number.NaN,
  };
  const value = special[text.toLowerCase()] ?? Number(text);
  return Number.isNaN(value) && text.toLowerCase() !== 'nan' ? fail(of) : value;
}

function fail(text: string): never {
  throw new Error(`Not in Prometheus's text format: ${text}`);
}
