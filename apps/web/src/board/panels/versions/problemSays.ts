import type { ApiError } from '../../../data/ApiError.ts';
import { texts } from '../../../text/texts.ts';

/** What a refused move of a version is called here; the API's own sentence where it has no other. */
export function problemSays({ code, message }: ApiError): string {
  const said: Readonly<Record<string, string>> = texts.versions.problem;
  return said[code] ?? message;
}
