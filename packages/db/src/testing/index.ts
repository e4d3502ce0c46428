export { createTestDatabase, type TestDatabase } from './createTestDatabase.ts';
export { openWire, type Wire } from './openWire.ts';
