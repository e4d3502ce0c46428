/** A text in pieces: those that name somebody, and what lies between. */
export type Piece = { readonly at: number; readonly text: string; readonly isMention: boolean };

/** @param names of who can be spoken to; the longest that fits counts, so that "@Artist 2" is not "@Artist". */
export function splitMentions(text: string, names: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = longestAt(text, at + 1, names);
    if (!name || at < from) continue;
    if (at > from) pieces.push({ at: from, text: text.slice(from, at), isMention: false });
    from = at + 1 + name.length;
    pieces.push({ at, text: text.slice(at, from), isMention: true });
  }
  if (from < text.length) pieces.push({ at: from, text: text.slice(from), isMention: false });
  return pieces;
}

/** What is being written after an @ just before the caret; null when nobody is being named. */
export function mentionAt(text: string, caret: number): string | null {
  const at = text.lastIndexOf('@', caret - 1);
  if (at < 0 || (at > 0 && !/\s/.test(text[at - 1] ?? ''))) return null;
  const begun = text.slice(at + 1, caret);
  return begun.includes('\n') || begun.length > 40 ? null : begun;
}

/** The names that what was begun may become. */
export function namesLike(begun: string, names: readonly string[]): readonly string[] {
  const wanted = begun.toLowerCase();
  return names.filter((name) => name.toLowerCase().startsWith(wanted));
}

/** The text with the name in place of what was begun, and where the caret goes. */
export function completeMention(
  text: string,
  caret: number,
  name: string,
): { readonly text: string; readonly caret: number } {
  const at = text.lastIndexOf('@', caret - 1);
  const before = `${text.slice(0, at)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}

function longestAt(text: string, at: number, names: readonly string[]): string | null {
  const rest = text.slice(at).toLowerCase();
  const fitting = names.filter((name) => name !== '' && rest.startsWith(name.toLowerCase()));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}
