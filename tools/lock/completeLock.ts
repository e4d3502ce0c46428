import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/root.mjs';
import { missingPackages } from './missingPackages.ts';

/** `npm run lock`, after dependencies have changed: names what npm has left out. */
const file = join(root, 'package-lock.json');
const lock = JSON.parse(await readFile(file, 'utf8'));
const missing = missingPackages(lock);
const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) =>
  a.localeCompare(b, 'en'),
);
await writeFile(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`${Object.keys(missing).length} packages of other platforms were added to package-lock.json.`);
