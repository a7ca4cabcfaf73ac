import { register } from "node:module"

/** For code run outside Next: `server-only` guards the browser's bundle and is empty here. */
const hook = `export async function resolve(name, context, next) {
  return name === "server-only" ? { url: "data:text/javascript,", shortCircuit: true } : next(name, context)
}`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
