import type { Log } from '@pinpaint/config';
import { isAway } from '@pinpaint/db';
import { StoreError } from '@pinpaint/storage';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { notJson } from '../edge/jsonBodies.ts';
import type { ApiEnv } from '../env.ts';
import { ApiProblem } from './ApiProblem.ts';

/** The one place where a failure becomes an answer. What nobody expected says its request's id, and nothing else. */
export function answerProblems(log: Log): ErrorHandler<ApiEnv> {
  return (error, c) => {
    const known = problemOf(error);
    if (known) return sendProblem(known);
    const requestId = c.get('requestId');
    log.error({ err: error, requestId, path: c.req.path }, 'request failed');
    if (isAway(error)) return sendProblem(databaseAway(requestId));
    if (error instanceof StoreError) return sendProblem(blobsAway(requestId));
    return sendProblem(new ApiProblem('server.fault', 500, 'Something went wrong here.', { requestId }));
  };
}

export function sendProblem({ body }: ApiProblem): Response {
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  if (body.status === 401) headers.set('WWW-Authenticate', 'Bearer');
  if (body.status === 503) headers.set('Retry-After', '2');
  if ('retryAfterSeconds' in body) headers.set('Retry-After', String(body.retryAfterSeconds));
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

/** Whether the last commit went through nobody knows then; a POST's key makes asking again safe. */
function databaseAway(requestId: string): ApiProblem {
  const title = 'The database does not answer right now; try again in a moment.';
  return new ApiProblem('server.database-away', 503, title, { requestId });
}

/** Pictures can't be read or stored; all else goes on. */
function blobsAway(requestId: string): ApiProblem {
  const title = 'The pictures’ store does not answer right now; try again in a moment.';
  return new ApiProblem('server.blobs-away', 503, title, { requestId });
}

function problemOf(error: Error): ApiProblem | null {
  if (error instanceof ApiProblem) return error;
  // On our routes Hono itself refuses two things: a body that is no JSON, and one that does not say it is.
  if (!(error instanceof HTTPException)) return null;
  if (error.status === 400) return notJson();
  if (error.status !== 415) return null;
  return new ApiProblem('request.wrong-media-type', 415, 'The request’s body is of a type this can’t use.');
}
