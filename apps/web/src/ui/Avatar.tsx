import { classes } from './classes.ts';

/** People are names, not colours: neutral, and the name is always written or said. */
export function Avatar({ name, small }: { readonly name: string; readonly small?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'inline-grid shrink-0 place-items-center rounded-full bg-[#e2e2e2] font-semibold text-[#161616]',
        small ? 'size-5 text-[8.5px]' : 'size-6.5 text-10',
      )}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
