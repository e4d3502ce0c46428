import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { parseArgs, promisify } from 'node:util';
import { upscaleScales } from '../upscale/weights.ts';
import { measureEngines } from './engines/measureEngines.ts';
import { readArgs } from './readArgs.ts';
import { readPictures } from './readCases.ts';
import { psnrOverBicubic } from './upscale/psnrOverBicubic.ts';
import { timeUpscale } from './upscale/timeUpscale.ts';

/** `npm run bench -- engines`: the upscaler, and what each engine spends on a region and on the whole frame. */

const { values } = parseArgs({ options: { time: { type: 'string' } }, strict: false });
if (typeof values.time === 'string') await timeHere(values.time === '4' ? 4 : 2);
else await benchAll();

async function benchAll(): Promise<void> {
  const args = readArgs();
  const { cases, pictures } = await readPictures(args.cases, args.images);
  const upscale: Record<string, object> = {};
  for (const scale of upscaleScales) {
    const quality = await psnrOverBicubic(pictures, scale, args.out);
    upscale[`x${scale}`] = { ...quality, ...(await timeInProcessOfItsOwn(scale)) };
    console.log(`pinpaint: ×${scale}: ${JSON.stringify(upscale[`x${scale}`])}`);
  }
  const note = cases.find(({ id }) => id === 'dog-off');
  const picture = note && pictures.get(note.image);
  const engines = note?.region && picture ? await measureEngines(picture, note.region) : [];
  const report = { upscale, engines };
  if (args.json) await writeFile(args.json, `${JSON.stringify(report, null, 2)}\n`);
  console.log(JSON.stringify(report, null, 2));
}

/** A process's peak memory is that of all it has ever done: so it does nothing else. */
async function timeInProcessOfItsOwn(scale: number): Promise<object> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    import.meta.filename,
    '--time',
    String(scale),
  ]);
  return JSON.parse(stdout);
}

async function timeHere(scale: 2 | 4): Promise<void> {
  console.log(JSON.stringify(await timeUpscale(scale)));
}
