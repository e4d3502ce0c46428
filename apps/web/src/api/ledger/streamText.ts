/**
 * Text as it comes, no faster than it is read.
 *
 * @param hungUp aborted when the reader has gone, for a source that may be waiting by then.
 */
export function streamText(
  source: AsyncGenerator<string>,
  hungUp = new AbortController(),
): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder();
  return new ReadableStream({
    async pull(stream) {
      const { done, value } = await source.next();
      if (done) stream.close();
      else stream.enqueue(utf8.encode(value));
    },
    async cancel() {
      hungUp.abort();
      await source.return(undefined);
    },
  });
}
