import { type GUIDE_STAGES, NATIONS } from "@/db/vocabulary"
import { inWords, say } from "../words"

export type Nation = keyof typeof NATIONS

/** "England and Wales"; "all of the UK" where it holds for each nation. */
export const nationsInWords = (nations: readonly Nation[]) =>
  nations.length === Object.keys(NATIONS).length
    ? say("England, Wales, Scotland and Northern Ireland")
    : inWords(nations.map((nation) => NATIONS[nation]))

/** Where a guide of the LIO's stands. */
export type Standing = "new" | "published" | "changed" | "retired"

/** The same in words. */
export const STANDINGS: Record<Standing, string> = {
  new: say("Not published yet"),
  published: say("Published"),
  changed: say("Published, with unpublished changes"),
  retired: say("Retired"),
}

/** What is to be done next with a draft, for each stage. */
export const NEXT_STEPS: Record<keyof typeof GUIDE_STAGES, string> = {
  draft: say("When it’s ready, ask a colleague to check it."),
  to_check: say("Somebody other than its writer should read it and say that it’s right."),
  checked: say("It has been checked and can be published."),
}
