export { simulate } from '../rooms/testing/simulate.ts';
