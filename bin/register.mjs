import { registerHooks } from "node:module"
import "tsx/esm"

/** For TypeScript that runs outside Next: `server-only` guards the browser's bundle and is empty here. */
registerHooks({
  resolve: (name, context, next) =>
    name === "server-only" ? { url: "data:text/javascript,", shortCircuit: true } : next(name, context),
})
