import { serveAsProcess } from '../../services/testing/serveAsProcess.ts';
import { fakeVeo } from './fakeVeo.ts';

await serveAsProcess(fakeVeo());
