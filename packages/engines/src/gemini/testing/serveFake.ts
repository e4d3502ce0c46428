import { serveAsProcess } from '../../services/testing/serveAsProcess.ts';
import { fakeGemini } from './fakeGemini.ts';

await serveAsProcess(fakeGemini());
