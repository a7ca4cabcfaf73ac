// npm run load [-- --seconds N --clients N --json FILE]: pages under load, on an LIO of 2,001 groups, 20,000 people and 50,000 sessions.
import { drill } from "./parts/drill.mjs"

await drill(import.meta.url, "tests/load/load.ts")
