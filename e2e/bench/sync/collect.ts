// Loaded into each server before its own program: collects what is only waiting to be collected, and tells what is
// held. The resident set alone also shows how busy a server has been before.
process.on('message', (message) => {
  if (message !== 'collect') return;
  for (let n = 0; n < 3; n += 1) globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ heldBytes: heapUsed + external });
});
process.channel?.unref();
