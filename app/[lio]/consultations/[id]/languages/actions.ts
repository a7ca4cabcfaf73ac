"use server"

import { submit } from "@/app/_http/submit"
import { LANGUAGES } from "@/db/vocabulary"
import { addLanguage, removeLanguage, translate } from "@/lib/consultations/languages/commands"
import { languageInput, translateInput } from "@/lib/consultations/languages/input"
import { leftInWords } from "@/lib/consultations/languages/words"
import { say } from "@/lib/words"
import { addressOf } from "../../_parts/paths"

/** Adds a language and leads on to writing in it. */
export const addLanguageForm = submit(
  "addLanguage",
  languageInput,
  addLanguage,
  ({ id, language }, { lio }) => ({
    to: addressOf(lio, id, "languages", { language }),
  }),
)

/** Removes a language that groups haven’t been offered. */
export const removeLanguageForm = submit(
  "removeLanguage",
  languageInput,
  removeLanguage,
  ({ id, language }, { lio }) => ({
    to: addressOf(lio, id, "languages"),
    banner: { text: say("Removed {language}", { language: LANGUAGES[language].name }) },
  }),
)

/** Keeps what was written in a language. */
export const translateForm = submit(
  "translate",
  translateInput,
  translate,
  ({ id, language, offers, ...left }, { lio }) => ({
    to: addressOf(lio, id, "languages", { language }),
    banner: {
      text: offers
        ? say("Saved. Groups can now answer in {language}.", { language: LANGUAGES[language].name })
        : say("Saved. {left}", { left: leftInWords(left) }),
    },
  }),
)
