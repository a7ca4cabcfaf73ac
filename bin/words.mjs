// npm run words: the reading age of members' and public pages, with the ten sentences that are hardest to read, and how
// many of the words of all pages stand in the catalogue of texts.
import { drill } from "./parts/drill.mjs"

await drill(import.meta.url, "tests/words/words.ts", { TRELLIS_LANGUAGE: "test" })
