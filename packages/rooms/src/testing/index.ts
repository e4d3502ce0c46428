export { fuzzRoom } from '../rooms/testing/fuzzRoom.ts';
export { simulate } from '../rooms/testing/simulate.ts';
