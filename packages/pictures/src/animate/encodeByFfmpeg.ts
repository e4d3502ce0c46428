import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { Film, FrameEncoder } from './frameEncoder.ts';

const run = promisify(execFile);

/** What the ffmpeg on the path calls itself; null when there is none, or none that writes H.264 by x264. */
export async function findFfmpeg(): Promise<string | null> {
  try {
    const { stdout: encoders } = await run('ffmpeg', ['-hide_banner', '-encoders']);
    if (!encoders.includes('libx264')) return null;
    const { stdout: version } = await run('ffmpeg', ['-version']);
    return version.split(' ', 3).slice(0, 3).join(' ');
  } catch {
    return null;
  }
}

export function encodeByFfmpeg(film: Film, version: string): FrameEncoder {
  const child = spawn('ffmpeg', argumentsFor(film), { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000);
  });
  // What is written to one that has ended fails; why it ended is told by `ended`.
  child.stdin.on('error', () => undefined);
  const ended = endOf(child, () => said);
  ended.catch(() => undefined);
  return {
    says: `${version}, libx264`,
    async add(rgb) {
      if (!child.stdin.write(rgb)) await Promise.race([once(child.stdin, 'drain'), ended]);
    },
    async finish() {
      child.stdin.end();
      await ended;
    },
    abandon: () => void child.kill('SIGKILL'),
  };
}

async function endOf(child: ChildProcess, said: () => string): Promise<void> {
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${said()}`);
}

/** BT.709, as players take HD for, whatever the size; visually lossless. */
function argumentsFor({ width, height, fps, outputPath }: Film): string[] {
  const input = [
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgb24',
    '-s',
    `${width}x${height}`,
    '-r',
    String(fps),
    '-i',
    '-',
  ];
  const colour = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-pix_fmt', 'yuv420p'];
  const tags = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'];
  const codec = ['-c:v', 'libx264', '-preset', 'medium', '-crf', '16', '-movflags', '+faststart'];
  return ['-loglevel', 'error', '-y', ...input, ...colour, ...tags, ...codec, '-f', 'mp4', outputPath];
}
