import { err, ok, type Result } from '@pinpaint/domain';

export type SvgError = {
  readonly code:
    | 'artwork.unreadable-svg'
    /** Scripts, handlers, entities, anything that points out of the file. */
    | 'artwork.unsafe-svg'
    /** Letters would come out in whatever font this machine has. */
    | 'artwork.live-text';
};

/**
 * Whether an SVG is a drawing and nothing else. What is refused here the rasteriser would not load either: it has no
 * address to load from. But a brand's drawing that lacks a part must not be taken for whole.
 */
export function inspectSvg(bytes: Uint8Array): Result<null, SvgError> {
  const text = textOf(bytes);
  if (text === null || !/<(?:[\w.-]+:)?svg[\s>]/i.test(text)) return err({ code: 'artwork.unreadable-svg' });
  if (active.some((pattern) => pattern.test(text)) || pointsOutside(text))
    return err({ code: 'artwork.unsafe-svg' });
  return /<(?:[\w.-]+:)?text[\s>]/i.test(text) ? err({ code: 'artwork.live-text' }) : ok(null);
}

/** By its first character behind a mark of order, spaces and nothing else. */
export function looksLikeSvg(head: Uint8Array): boolean {
  return /^\uFEFF?\s*<(?:\?xml|!--|!doctype|(?:[\w.-]+:)?svg)/i.test(new TextDecoder().decode(head));
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const active = [
  /<(?:[\w.-]+:)?(?:script|foreignObject|iframe|object|embed|audio|video|handler)[\s>/]/i,
  /<!ENTITY/i,
  /<!DOCTYPE[^>]*\[/i,
  /<\?xml-stylesheet/i,
  /@import/i,
  /\son[a-z]+\s*=/i,
];

/** What an attribute or a style refers to, other than a part of this file or a picture within it. */
function pointsOutside(text: string): boolean {
  const links = text.matchAll(/(?:^|[\s:])(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi);
  const styles = text.matchAll(/url\(\s*["']?([^)"']*)/gi);
  return [...links, ...styles].some(([, one, other]) => !isInside((one ?? other ?? '').trim()));
}

function isInside(address: string): boolean {
  return address === '' || address.startsWith('#') || /^data:image\/(?:png|jpeg|webp);base64,/i.test(address);
}
