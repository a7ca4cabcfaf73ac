// npm run bench [-- --json FILE]: speed as ratios against a reference in the same run, and page weights against the budgets.
import { drill } from "./parts/drill.mjs"

await drill(import.meta.url, "tests/bench/bench.ts")
