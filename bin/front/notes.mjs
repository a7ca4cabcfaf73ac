import { AsyncLocalStorage } from "node:async_hooks"

const NAME = Symbol.for("trellis.request")
globalThis[NAME] ??= new AsyncLocalStorage()

/** What the work behind a request tells the front about it (lib/request.ts): which LIO, whether the records are away. */
export const notes = globalThis[NAME]
