import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import type { LogLevel } from './config.ts';
import { traceIdNow } from './tracing/traced.ts';
import { secretNames, withoutSecrets } from './withoutSecrets.ts';

export type Log = Logger;

/**
 * One JSON line per entry. Ids are fields (`log.info({ editId }, 'edit queued')`), so that lines can be
 * found by them; what is secret is cut out at any depth, and so is every `body`.
 */
export function createLog(
  { logLevel, name }: { readonly logLevel: LogLevel; readonly name: string },
  destination?: DestinationStream,
): Log {
  const options = {
    name,
    level: logLevel,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => withoutSecrets(fields),
    },
    // Errors of HTTP and database clients carry their requests with them.
    serializers: { err: (error: Error) => withoutSecrets({ ...stdSerializers.err(error) }) },
    mixin: () => {
      const traceId = traceIdNow();
      return traceId ? { traceId } : {};
    },
    // `formatters.log` never sees what a child logger is bound to.
    redact: [...secretNames],
  };
  return destination ? pino(options, destination) : pino(options);
}
