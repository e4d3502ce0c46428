import { renditionTexts as words } from '../../text/renditionTexts.ts';
import type { Rendition } from '../panels/versions/useRenditions.ts';

/** "Upscaled ×2, PNG", "Film “the steam rises”, 4 s, MP4" */
export function nameOf({ step, format }: Pick<Rendition, 'step' | 'format'>): string {
  if (!step) return words.formats[format];
  const scale = step.kind === 'upscale' ? ` ${words.times(String(step.scale))}` : '';
  const about = step.kind === 'film' && step.prompt ? ` ${words.quoted(firstWords(step.prompt))}` : '';
  const seconds = 'seconds' in step ? `, ${words.seconds(step.seconds)}` : '';
  return `${words.names[step.kind]}${scale}${about}${seconds}, ${words.formats[format]}`;
}

const wordsSaid = 8;
const longestSaid = 60;

function firstWords(prompt: string): string {
  const all = prompt.split(/\s+/);
  const first = all.slice(0, wordsSaid).join(' ');
  if (first.length > longestSaid) return `${first.slice(0, longestSaid)}…`;
  return all.length > wordsSaid ? `${first} …` : first;
}

/** ffmpeg tells which build it is of whose distribution; that stays in the provenance. */
export function encoderName(says: string): string {
  return says.replace(/ version n?(\d+(?:\.\d+)*)[^,]*/, ' $1');
}
