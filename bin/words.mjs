// npm run words: the reading age of members' and public pages, with the ten sentences that are hardest to read.
import { drill } from "./parts/drill.mjs"

await drill(import.meta.url, "tests/words/words.ts")
