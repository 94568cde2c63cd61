/** The parts as a web stream that is read only as fast as it is taken, and ended when nobody takes it any more. */
export function streamed(parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const taking = parts[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(control) {
      const { done, value } = await taking.next()
      if (done) control.close()
      else control.enqueue(value)
    },
    cancel: async () => { await taking.return?.() },
  }, { highWaterMark: 0 })
}
