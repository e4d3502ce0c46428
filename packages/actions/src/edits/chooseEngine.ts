import { cannotMessage, type EngineFacts, enginesFor, type Intent, ok, type Result } from '@pinpaint/domain';
import { type Problem, problem } from '../problem.ts';

/** The engine asked for, or the cheapest that can do it; when none can, what a person reads then. */
export function chooseEngine(
  intent: Intent,
  { connected, name }: { readonly connected: readonly EngineFacts[]; readonly name: string | undefined },
): Result<EngineFacts, Problem> {
  const able = intent.wish ? enginesFor(intent.wish.kind, connected) : [];
  if (name !== undefined && intent.wish) {
    const asked = able.find((engine) => engine.name === name);
    if (asked) return ok(asked);
    const isConnected = connected.some((engine) => engine.name === name);
    return problem(isConnected ? 'engine.cannot' : 'engine.not-connected', { engine: name });
  }
  const [best] = able;
  return best ? ok(best) : needsEngine(intent, connected);
}

function needsEngine(intent: Intent, connected: readonly EngineFacts[]) {
  const { text, understood, ways, engines } = cannotMessage(intent, connected);
  return problem('edit.needs-engine', {
    text,
    understood,
    ways: [...ways],
    engines: engines.map(({ name, title, prices }) => ({
      name,
      title,
      prices: prices.map((price) => ({ ...price })),
    })),
  });
}
