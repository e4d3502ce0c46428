/** What fits a frame's header. */
const longest = 60;

/** A frame's name of the words it is drawn from: their beginning, in whole words. */
export function nameOfDrawing(prompt: string): string {
  const said = prompt.replace(/\s+/g, ' ').trim();
  if (said.length <= longest) return said;
  return `${said.slice(0, longest).replace(/ \S*$/, '')}…`;
}
