import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './makeFolder.ts';
import { StackFailure } from './StackFailure.ts';

/** Two stacks on one data folder would be two databases on the same files. */
export async function holdDataDir(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'pinpaint.pid');
  await makeFolder(dataDir).catch((error) => {
    throw cannotWrite(dataDir, error);
  });
  try {
    await write(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotWrite(dataDir, error);
    const pid = Number(await readFile(file, 'utf8'));
    if (pid !== process.pid && isAlive(pid)) {
      throw new StackFailure(
        'stack.already-runs',
        `Pinpaint already runs with this data (process ${pid}): ${dataDir}`,
      );
    }
    await rm(file, { force: true });
    await write(file);
  }
  return () => rm(file, { force: true });
}

function cannotWrite(dataDir: string, error: unknown): StackFailure {
  const { code } = error as NodeJS.ErrnoException;
  return new StackFailure('stack.data-dir', `DATA_DIR ${dataDir} can't be written: ${code}.`);
}

async function write(file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  await handle.writeFile(String(process.pid));
  await handle.close();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
