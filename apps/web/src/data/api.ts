import { sharedTexts as texts } from '../text/clientTexts.ts';
import { ApiError } from './ApiError.ts';
import { newKey } from './newKey.ts';

/** As whom a page speaks: somebody who has both cookies counts as the session, unless the page says otherwise. */
export type As = 'session' | 'guest';

export type Api = {
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  /** @param key the same for each try of one and the same wish, so that it happens once; new when left out. */
  post<T>(path: string, body?: object, key?: string, signal?: AbortSignal): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  patch<T>(path: string, body: object): Promise<T>;
  delete<T>(path: string): Promise<T>;
  /** Sends a file as it is; `sent` is told the share of it that has left, 0 to 1. */
  upload<T>(path: string, file: Blob, options?: UploadOptions): Promise<T>;
  /** The address of a picture or file, for `src` and `href`. */
  url(path: string): string;
};

export type UploadOptions = {
  readonly key?: string;
  readonly sent?: (share: number) => void;
  readonly signal?: AbortSignal;
};

const root = '/api/v1';

export const sessionApi: Api = openApi('session');
export const guestApi: Api = openApi('guest');

function openApi(as: As): Api {
  const url = (path: string) => {
    if (as === 'session') return root + path;
    return `${root}${path}${path.includes('?') ? '&' : '?'}as=guest`;
  };
  const call = async <T>(path: string, init: RequestInit): Promise<T> => {
    const answer = await fetch(url(path), init).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ApiError(0, 'http.unreachable', texts.common.unreachable);
    });
    return readAnswer<T>(answer.status, await answer.text());
  };
  const json = (
    method: string,
    body: object | undefined,
    headers: Record<string, string> = {},
  ): RequestInit => ({
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return {
    url,
    get: (path, signal) => call(path, signal ? { signal } : {}),
    post: (path, body, key = newKey(), signal) =>
      call(path, { ...json('POST', body, { 'idempotency-key': key }), ...(signal ? { signal } : {}) }),
    put: (path, body) => call(path, json('PUT', body)),
    patch: (path, body) => call(path, json('PATCH', body)),
    delete: (path) => call(path, { method: 'DELETE' }),
    upload: (path, file, options = {}) => upload(url(path), file, options),
  };
}

function readAnswer<T>(status: number, text: string): T {
  if (status >= 200 && status < 300) return (text === '' ? undefined : JSON.parse(text)) as T;
  const { code, title, ...facts } = problemIn(text);
  throw new ApiError(status, code ?? 'http.unreadable', title ?? texts.common.unreachable, facts);
}

/** A proxy's error page is no JSON. */
function problemIn(text: string): { code?: string; title?: string } & Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** fetch can't tell how much of a body has gone out; this can. */
function upload<T>(address: string, file: Blob, { key, sent, signal }: UploadOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('idempotency-key', key ?? newKey());
    request.upload.onprogress = ({ loaded, total }) => sent?.(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiError(0, 'http.unreachable', texts.common.unreachable));
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    request.onload = () => {
      try {
        resolve(readAnswer<T>(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
