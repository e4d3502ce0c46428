import { type Served, serve } from './serve.ts';

type Fake<Behaviour> = { behaviour: Behaviour; readonly listen: Parameters<typeof serve>[0] };

/** A fake as a process of its own: its address is the first line; each line that comes in is the next behaviour. */
export async function serveAsProcess<Behaviour>(fake: Fake<Behaviour>): Promise<Served> {
  const served = await serve(fake.listen);
  console.log(served.url);
  process.stdin.setEncoding('utf8').on('data', (lines: string) => {
    const last = lines.trim().split('\n').at(-1);
    if (last) fake.behaviour = JSON.parse(last) as Behaviour;
    console.log(`set ${last}`);
  });
  process.stdin.on('end', () => process.exit(0));
  return served;
}
