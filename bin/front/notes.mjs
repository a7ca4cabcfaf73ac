import { AsyncLocalStorage } from "node:async_hooks"

/** What the work behind a request tells the front about it (lib/request.ts): which LIO, whether the records are away. */
export const notes = (globalThis[Symbol.for("trellis.request")] ??= new AsyncLocalStorage())
