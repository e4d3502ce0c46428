export { claimPort } from './claimPort.ts';
export { addressOfRequest, clientAddress } from './clientAddress.ts';
export {
  type Config,
  type DemoTour,
  type LogLevel,
  type MailConfig,
  type OidcConfig,
  type RoomsConfig,
  type S3Config,
  type WorkerConfig,
  type WorkerRole,
  workerRoles,
} from './config.ts';
export { createLog, type Log } from './createLog.ts';
export { defaultDataDir } from './defaultDataDir.ts';
export { freePort } from './freePort.ts';
export { createMetrics, type Metrics, type Reading } from './metrics/createMetrics.ts';
export { networkAddresses } from './networkAddresses.ts';
export { type ConfigError, type Environment, readConfig } from './readConfig.ts';
export {
  type ModelConfig,
  type ModelsConfig,
  noModels,
  readModels,
  type SegmentConfig,
} from './readModels.ts';
export {
  type ComfyuiConfig,
  type FluxConfig,
  type GeminiConfig,
  noServices,
  type PricedModel,
  type ReaderConfig,
  type ServicesConfig,
  type VeoConfig,
} from './services.ts';
export { stopWhenAsked, stopWithinMs } from './stopWhenAsked.ts';
export { type SpanFacts, traced, traceparentNow, traceSince } from './tracing/traced.ts';
export { type Watched, watchProcess } from './watchProcess.ts';
