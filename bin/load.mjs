// npm run load [-- --seconds N --clients N --only booking --json FILE]: pages under load, on an LIO of 2,001 groups, 20,000
// people and 50,000 sessions, and 200 people who book 40 places in one minute. They come from addresses of their own.
import { drill } from "./parts/drill.mjs"

await drill(import.meta.url, "tests/load/load.ts", { TRUSTED_PROXIES: "127.0.0.1, ::1" })
