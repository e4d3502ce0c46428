import { expect, it } from 'vitest';
import { banner } from './banner.ts';

const access = {
  studioId: 's',
  projectId: 'p',
  boardId: 'b',
  people: [{ role: 'artist', token: 'ppt_a' }],
  reviewToken: 'ppl_demo',
  frames: [],
};
const here = { host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000', s3: null };

it('names the client’s link at this machine while the network is shut out', () => {
  const said = banner({ config: here, dataDir: '/data', access });
  expect(said).toContain('Client     http://localhost:3000/r/ppl_demo');
  expect(said).not.toContain('█');
});

it('says where the blobs are when they are not with the data', () => {
  expect(banner({ config: here, dataDir: '/data', access })).not.toContain('Blobs');
  const s3 = {
    bucket: 'ours',
    prefix: 'pins/',
    endpoint: null,
    region: 'us-east-1',
    keys: { accessKeyId: 'an-id', secretAccessKey: 'hunter2' },
    isPathStyle: false,
    cacheBytes: 0,
  };
  const said = banner({ config: { ...here, s3 }, dataDir: '/data', access });
  expect(said).toContain('Blobs      s3://ours/pins/');
  expect(said).not.toMatch(/hunter2|an-id/);
});

it('names it where a phone finds it, with a code for its camera, while the network is open', () => {
  const said = banner({ config: { ...here, host: '10.0.0.7' }, dataDir: '/data', access });
  expect(said).toContain('Client     http://10.0.0.7:3000/r/ppl_demo');
  expect(said).toContain('█');
});
