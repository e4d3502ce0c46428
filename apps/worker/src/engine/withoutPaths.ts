/** What a library says of its own accord may name where things lie on this machine; what people read keeps the names. */
export function withoutPaths(text: string): string {
  return text.replaceAll(/(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[^\s\\/:'"]+[\\/])+/g, '');
}
