-- Beside the chain, not in it: which trace an event belongs to is nobody's business once the trace is gone.
ALTER TABLE "ledger_event" ADD COLUMN     "traceparent" TEXT;
