export { readMetrics, type Sample } from './readMetrics.ts';
export { type ReceivedSpan, receiveTraces, type TraceReceiver } from './receiveTraces.ts';
