import type { IncomingMessage, ServerResponse } from 'node:http';

export type VeoBehaviour =
  | { readonly kind: 'film'; readonly polls?: number }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'refuse' | 'fail' | 'never' | 'no-film' | 'huge' | 'away' | 'hang' };

export type FakeVeo = {
  behaviour: VeoBehaviour;
  readonly asked: { readonly path: string; readonly key: string | undefined; readonly body: unknown }[];
  readonly listen: (request: IncomingMessage, response: ServerResponse) => void;
};

const operation =
  'projects/p/locations/us-central1/publishers/google/models/veo-3.1-generate-001/operations/op-';
/** The smallest that begins as a film does. */
export const aFilm = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(400)]);

/** `predictLongRunning` and `fetchPredictOperation` of Google's Agent Platform, v1beta1. */
export function fakeVeo(): FakeVeo {
  let polls = 0;
  let begun = 0;
  const fake: FakeVeo = {
    behaviour: { kind: 'film' },
    asked: [],
    listen: (request, response) => void answer(request, response),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const text = await textOf(request);
    const key = request.headers['x-goog-api-key'];
    const body: unknown = text ? JSON.parse(text) : null;
    fake.asked.push({ path, key: typeof key === 'string' ? key : undefined, body });
    const { behaviour } = fake;
    if (path.endsWith(':predictLongRunning')) {
      polls = 0;
      if (behaviour.kind === 'hang') return;
      if (behaviour.kind === 'status')
        return send(response, { error: { message: `no, ${key}: ${promptOf(body)}` } }, behaviour.status);
      begun += 1;
      return send(response, { name: `${operation}${begun}` });
    }
    polls += 1;
    if (behaviour.kind === 'huge')
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400000000' }).end();
    else if (behaviour.kind === 'away' && polls < 3) send(response, { error: { message: 'away' } }, 503);
    else send(response, { name: `${operation}${begun}`, ...stateOf(behaviour, polls) });
  }
  return fake;
}

/** Services quote what they refuse. */
function promptOf(body: unknown): string | undefined {
  return (body as { instances?: { prompt?: string }[] }).instances?.[0]?.prompt;
}

function stateOf(behaviour: VeoBehaviour, polls: number): object {
  const needed = behaviour.kind === 'film' ? (behaviour.polls ?? 2) : 1;
  if (behaviour.kind === 'never' || polls < needed) return {};
  if (behaviour.kind === 'fail') return { done: true, error: { code: 13, message: 'Internal.' } };
  if (behaviour.kind === 'refuse')
    return {
      done: true,
      response: { raiMediaFilteredCount: 1, raiMediaFilteredReasons: ['It shows a person.'] },
    };
  const film = behaviour.kind === 'no-film' ? Buffer.from('this is no film') : aFilm;
  const videos = [{ bytesBase64Encoded: film.toString('base64'), mimeType: 'video/mp4' }];
  return { done: true, response: { videos } };
}

function send(response: ServerResponse, body: object, status = 200): void {
  const headers = { 'content-type': 'application/json; charset=UTF-8', 'retry-after': '0' };
  response.writeHead(status, headers).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
