// Imported before everything else by each process that writes pages or emails: it says in which language.
import { testLanguage } from "../../lib/words/languages/test.ts"

/** The languages beside the English of the code. "test" is for tests only. */
const LANGUAGES = { test: testLanguage }

globalThis.trellisLanguage = LANGUAGES[process.env.TRELLIS_LANGUAGE]
