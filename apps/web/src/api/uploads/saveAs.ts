/** The `content-disposition` of a file that a browser saves under a name, whatever people called it (RFC 6266). */
export function saveAs(name: string): string {
  // What a system keeps for itself in names, and what would end the header.
  const safe = name.toWellFormed().replace(/[\p{Cc}"*/:<>?\\|]/gu, '-');
  const plain = safe.replace(/[^ -~]/gu, '_');
  const quoted = `attachment; filename="${plain}"`;
  if (plain === safe) return quoted;
  const encoded = encodeURIComponent(safe).replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${quoted}; filename*=UTF-8''${encoded}`;
}
