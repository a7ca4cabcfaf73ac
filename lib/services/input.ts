import { z } from "zod"
import { FUNCTIONS, keys } from "@/db/vocabulary"
import { choiceMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

/** What is said of something the LIO does for groups. */
export const serviceFields = z.object({
  name: wordsSaid(say("Enter what the service is called"), 120),
  forWhom: wordsMaybe(300),
  about: wordsMaybe(2000),
  cannot: wordsMaybe(1000),
  how: wordsMaybe(1000),
  cost: wordsMaybe(300),
  counts: choiceMaybe(keys(FUNCTIONS)),
})
export type ServiceFields = z.output<typeof serviceFields>

/** A change to a service. */
export const changeServiceInput = serviceFields.extend({ id: z.uuid() })
export type ChangeService = z.output<typeof changeServiceInput>

/** One place up or down in the catalogue. */
export const moveServiceInput = z.object({ id: z.uuid(), where: z.enum(["up", "down"]) })

/** What is to become of a service: shown to all, taken back, or retired. */
export const setServiceInput = z.object({
  id: z.uuid(),
  to: z.enum(["published", "draft", "retired"], { error: say("Press one of the buttons") }),
})
export type SetService = z.output<typeof setServiceInput>
