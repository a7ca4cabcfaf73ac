// npm run fuzz [-- --posts N --queries N --seed N --json]: forms and queries as every kind of person, none of them a 500.
import { drill } from "./parts/drill.mjs"

await drill(import.meta.url, "tests/fuzz/fuzz.ts", { TRUSTED_PROXIES: "127.0.0.1, ::1" })
