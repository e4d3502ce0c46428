import { serve } from '../../services/testing/serve.ts';
import { type FakeBehaviour, fakeGemini } from './fakeGemini.ts';

/** The fake as a process of its own: its address is the first line; each line that comes in is the next behaviour. */
const fake = fakeGemini();
const { url } = await serve(fake.listen);
console.log(url);
process.stdin.setEncoding('utf8').on('data', (lines: string) => {
  const last = lines.trim().split('\n').at(-1);
  if (last) fake.behaviour = JSON.parse(last) as FakeBehaviour;
  console.log(`set ${last}`);
});
process.stdin.on('end', () => process.exit(0));
