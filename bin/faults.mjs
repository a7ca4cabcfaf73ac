// npm run faults: the web and PostgreSQL killed under writes, a table locked; nothing acknowledged may be lost or written twice.
import { drill } from "./parts/drill.mjs"

await drill(import.meta.url, "tests/faults/faults.ts")
