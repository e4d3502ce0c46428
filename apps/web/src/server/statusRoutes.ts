import { Hono } from 'hono';
import { checkReadiness, type ReadyParts } from './checkReadiness.ts';

/** For machines that watch: `/healthz` says the process runs, `/readyz` that an edit would find its way. */
export function statusRoutes(parts: ReadyParts): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const checked = await checkReadiness(parts);
      const ready = checked.every((part) => part.ready);
      return c.json({ ready, parts: checked }, ready ? 200 : 503);
    });
}
