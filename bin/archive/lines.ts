import { once } from "node:events"
import type { Writable } from "node:stream"

const NEWLINE = 10

/** A stream cut into lines, without their ends. */
export async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)])
      rest = []
      from = at + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}

/** Writes and waits when the other side is slower. */
export async function put(stream: Writable, chunk: Buffer | string) {
  if (!stream.write(chunk)) await once(stream, "drain")
}
