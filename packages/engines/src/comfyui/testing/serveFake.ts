import { serveAsProcess } from '../../services/testing/serveAsProcess.ts';
import { fakeComfyui } from './fakeComfyui.ts';

const fake = fakeComfyui();
fake.attach((await serveAsProcess(fake)).server);
