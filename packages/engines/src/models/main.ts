import { parseArgs } from 'node:util';
import { checkModel, type ModelReport } from './checkModel.ts';

/** `pinpaint models check PATH…`; ends with 1 where one of them doesn't fit. */
const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const reports: ModelReport[] = [];
for (const path of positionals) reports.push(await checkModel(path));
if (values.json) console.log(JSON.stringify(reports, null, 2));
else for (const report of reports) console.log(linesOf(report).join('\n'));
process.exitCode = reports.some(({ problem }) => problem) ? 1 : 0;

function linesOf({
  path,
  says,
  problem,
  licence,
  files,
  graphs,
  ranSeconds,
}: ModelReport): readonly string[] {
  const portsOf = (ports: ModelReport['graphs'][number]['inputs']): string =>
    ports.map(({ name, type, shape }) => `${name} ${type} [${shape}]`).join(', ');
  return [
    `${path}: ${says}`,
    problem
      ? `  ${ranSeconds === null ? 'does not fit' : 'fits, and answers wrongly'}: ${problem}`
      : `  fits, and answers a simple picture of 64 × 64 pixels rightly, in ${ranSeconds?.toFixed(2)} s`,
    `  licence: ${licence}`,
    ...graphs.flatMap(({ name, provider, because, inputs, outputs }) => [
      `  ${name}: on ${provider}${because.length > 0 ? ` (${because.join('; ')})` : ''}`,
      `    takes ${portsOf(inputs)}`,
      `    gives ${portsOf(outputs)}`,
    ]),
    ...files.map(({ name, bytes, sha256 }) => `  ${sha256}  ${name}, ${bytes} bytes`),
  ];
}
