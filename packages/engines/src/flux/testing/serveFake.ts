import { serveAsProcess } from '../../services/testing/serveAsProcess.ts';
import { fakeFlux } from './fakeFlux.ts';

await serveAsProcess(fakeFlux());
