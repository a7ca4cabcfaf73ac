// The web process: Next behind our own front (decision 021).
import "./parts/language.mjs"
import next from "next"
import { logEverything } from "../lib/log.ts"
import { trustedProxies } from "./front/peers.mjs"
import { makeFront } from "./front/server.mjs"
import { ROOT } from "./parts/paths.mjs"

logEverything()
const port = Number(process.env.PORT || 3000)
const app = next({ dev: false, dir: ROOT, port, quiet: true })
await app.prepare()
const front = makeFront({
  handle: app.getRequestHandler(),
  trusted: trustedProxies(process.env.TRUSTED_PROXIES),
  secure: process.env.APP_URL?.startsWith("https://") ?? false,
})
front.listen(port)

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  front.close()
  front.closeIdleConnections()
  setTimeout(() => process.exit(0), 5_000).unref()
  await app.close().catch(() => {})
  process.exit(0)
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop)
