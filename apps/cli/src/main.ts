import { readConfig } from '@pinpaint/config';
import { Command } from 'commander';
import { StackFailure } from './stack/StackFailure.ts';

const program = new Command('pinpaint').description('A client’s note becomes an exact edit.');

program
  .command('up')
  .description('run everything on this machine until Ctrl-C')
  .action(async () => {
    const config = readConfig(process.env);
    if (!config.ok) throw new StackFailure(config.error.code, config.error.says);
    const { up } = await import('./stack/up.ts');
    await up(config.value);
  });

program
  .command('demo')
  .description('take each case from pin to approved version, without a browser')
  .option('--cases <file>', 'the notes; default: the fixtures’')
  .option('--images <dir>', 'where their pictures lie; default: beside the cases')
  .option('--out <dir>', 'where pictures and report go', 'out/demo')
  .option('--url <url>', 'a running installation instead of a throw-away one (with --artist and --director)')
  .option('--artist <token>', 'with --url: the artist’s API token', process.env.PINPAINT_ARTIST_TOKEN)
  .option('--director <token>', 'with --url: the director’s API token', process.env.PINPAINT_DIRECTOR_TOKEN)
  .option('--only <id>', 'this case alone')
  .action(async (options) => {
    const { demo } = await import('./demo/demo.ts');
    process.exitCode = await demo(options);
  });

program
  .command('verify')
  .description('recompute a version’s proof, or the ledger’s chain, from what the API hands out')
  .argument('<what>', 'a version’s id, or “ledger”')
  .option('--url <url>', 'the installation', 'http://localhost:3000')
  .option('--token <token>', 'an API token', process.env.PINPAINT_TOKEN)
  .action(async (what, options) => {
    const { verify } = await import('./verify/verify.ts');
    process.exitCode = await verify(what, options);
  });

program
  .command('carry')
  .description('look for an edit’s region in the other frames of its series, and make the edit there')
  .argument('<edit>', 'the id of an edit with a candidate')
  .option('--run', 'make it where it was found; else it only says where, and what it would take')
  .option('--frames <numbers>', 'only in these, as 2,3,5')
  .option('--json <file>', 'write the report there')
  .option('--url <url>', 'the installation', 'http://localhost:3000')
  .option('--token <token>', 'an API token', process.env.PINPAINT_TOKEN)
  .action(async (edit, options) => {
    const { carry } = await import('./carry/carry.ts');
    process.exitCode = await carry(edit, options);
  });

program
  .command('draw')
  .description('say what a picture from words would take; with --run, put it on a board as a frame')
  .argument('<board>', 'the board’s id')
  .argument('<words>', 'what is to be seen')
  .option('--run', 'draw it; this may cost money')
  .option('--aspect <shape>', 'width:height', '3:2')
  .option('--engine <name>', 'the first in order of choice, unless named')
  .option('--name <name>', 'the frame’s; else the words’ beginning')
  .option('--url <url>', 'the installation', 'http://localhost:3000')
  .option('--token <token>', 'an API token', process.env.PINPAINT_TOKEN)
  .action(async (board, words, options) => {
    const { draw } = await import('./draw/draw.ts');
    process.exitCode = await draw(board, words, options);
  });

program
  .command('models')
  .description('models’ weights on this machine')
  .command('check')
  .description('say what a file or folder of weights is and whether it fits, and run it once')
  .argument('<paths...>', 'ONNX files, or Stable Diffusion folders')
  .option('--json', 'as JSON')
  .action(async (paths, options) => {
    const { runProgram } = await import('./runProgram.ts');
    const args = options.json ? ['--json', ...paths] : paths;
    process.exitCode = await runProgram('packages/engines/src/models/main.ts', args);
  });

program
  .command('renditions')
  .description('refine, upscale and animate an approved version: each step made of the one before')
  .argument('<version>', 'the id of an approved version')
  .option('--refine <amount>', 'take out grain and sharpen, 0 to 1')
  .option('--upscale <scale>', '2 or 4')
  .option('--animate <format>', 'mp4 or webp')
  .option('--film <words>', 'what happens in a film that a service makes: not exact, and it costs money')
  .option('--run', 'with --film: have it made; else it only says what it would cost')
  .option('--seconds <n>', 'of the animation; of a film 4 (unless told), 6 or 8')
  .option('--fps <n>', '24, 25 or 30')
  .option('--zoom <n>', 'half way, 1 to 4')
  .option('--pan <x,y>', 'where it looks half way, -1,-1 (left, up) to 1,1')
  .option('--parallax <n>', 'how much nearer the layers are, 0 to 1')
  .option('--easing <name>', 'linear, smooth or gentle')
  .option('--safe <x,y,width,height>', 'what stays in view all the time, in pixels of the frame')
  .option('--longest <px>', 'the animation’s longer side')
  .option('--out <dir>', 'download the files there')
  .option('--url <url>', 'the installation', 'http://localhost:3000')
  .option('--token <token>', 'an API token', process.env.PINPAINT_TOKEN)
  .action(async (version, options) => {
    const { renditions } = await import('./renditions/renditions.ts');
    process.exitCode = await renditions(version, options);
  });

program
  .command('bench')
  .description('measure; asserts nothing')
  .argument('<name>', 'engines, flow, heal, figures, select, web, sync, soak, simulate, fuzz, scale')
  .argument(
    '[rest...]',
    'engines, heal, figures: --cases FILE --images DIR --out DIR --holes N --no-cases; heal: --only ours,gmic,telea; sync: --seconds N --kills N --only NAMES; soak: --minutes N; simulate: --seeds N --from S; fuzz: --inputs N --seed S; scale: --people N --nodes N --seed S',
  )
  .allowUnknownOption()
  .option('--json <file>', 'write the figures there')
  .option('--edits <n>', 'edits to measure', '100')
  .action(async (name, rest, options) => {
    const { bench } = await import('./bench/bench.ts');
    process.exitCode = await bench(name, { ...options, rest });
  });

program
  .command('sync')
  .description('serve boards’ rooms: a node beside others on one database (docs/operating.md)')
  .option('--open <room>', 'instead one room for anybody on this machine, without rights: for load tools')
  .action(async ({ open }) => {
    const { runProgram } = await import('./runProgram.ts');
    process.exitCode = await runProgram('apps/sync/src/main.ts', open ? ['--open', open] : []);
  });

program
  .command('studio')
  .description('make a studio with its owner, and print the owner’s first API token (needs DATABASE_URL)')
  .requiredOption('--name <name>', 'the studio’s name')
  .requiredOption('--owner <email>', 'the owner’s e-mail address')
  .option('--owner-name <name>', 'what people call the owner', 'Owner')
  .action(async (options) => {
    const { makeStudio } = await import('./studio/makeStudio.ts');
    await makeStudio(options);
  });

try {
  await program.parseAsync();
} catch (error) {
  // What a person can mend is one line; anything else is a bug, with its stack.
  if (error instanceof StackFailure) console.error(`pinpaint: ${error.message}`);
  else console.error(error);
  process.exitCode = 1;
}
