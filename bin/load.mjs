// npm run load [-- --seconds N --clients N --only booking|answers --minutes N --json FILE]: pages under load, on an LIO of
// 2,001 groups, 20,000 people and 50,000 sessions, 200 people who book 40 places in one minute, and 5,000 answers in ten.
// They come from addresses of their own.
import { drill } from "./parts/drill.mjs"

await drill(import.meta.url, "tests/load/load.ts", { TRUSTED_PROXIES: "127.0.0.1, ::1" })
