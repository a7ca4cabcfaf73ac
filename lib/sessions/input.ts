import { z } from "zod"
import { FUNCTIONS, keys, SESSION_KINDS, SESSION_PLACES } from "@/db/vocabulary"
import { whichGroups } from "../groups/picker/input"
import { guideSlug } from "../guides/input"
import { choiceMaybe, choices, dateMaybe, numberMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

/** Lengths offered as buttons, in minutes. */
export const LENGTHS = ["15", "30", "60", "90"] as const

/** Which of the five functions a kind of work counts for, unless somebody says otherwise. */
export const FUNCTION_OF: Record<keyof typeof SESSION_KINDS, keyof typeof FUNCTIONS> = {
  advice: "support",
  phone: "support",
  email: "support",
  visit: "support",
  meeting: "liaison",
  training: "support",
  outreach: "development",
}

/** Where a kind of work usually is, unless somebody says otherwise. */
export const PLACE_OF: Partial<Record<keyof typeof SESSION_KINDS, keyof typeof SESSION_PLACES>> = {
  phone: "phone",
  email: "online",
  visit: "visit",
}

const CHOOSE_KIND = say("Choose what kind of work it was")

const whatHappened = {
  on: dateMaybe(),
  /** One of the usual kinds, or the LIO's own by its id. */
  kind: z.union([z.enum(keys(SESSION_KINDS)), z.uuid()], { error: CHOOSE_KIND }),
  place: choiceMaybe(keys(SESSION_PLACES)).optional(),
  minutes: z.enum([...LENGTHS, "other"], { error: say("Choose how long it took") }).default("30"),
  minutesOther: numberMaybe(1440),
  function: choiceMaybe(keys(FUNCTIONS)),
  note: wordsSaid(say("Enter what you did or talked about"), 20_000),
  personIds: choices(z.uuid()),
  guides: choices(guideSlug),
  resources: choices(z.uuid()),
  /** People with an idea and no group yet, whom it was about. */
  enquiryIds: choices(z.uuid()),
  /** The case that it is part of. */
  caseId: z
    .union([z.literal(""), z.uuid({ error: say("Choose one of your cases") })])
    .nullish()
    .transform((id) => id || null),
}

const HOW_LONG = say("Enter how many minutes it took")

/** What can be said better of a session in the list itself. */
export const workInput = {
  minutes: numberMaybe(1440).transform((minutes, check) => {
    if (minutes !== null) return minutes
    check.addIssue({ code: "custom", message: HOW_LONG })
    return z.NEVER
  }),
  function: z.enum(keys(FUNCTIONS), { error: say("Choose what it counts for") }),
}

type Lasting = { minutes: string; minutesOther: number | null }

function lasting<T extends Lasting>({ minutes, minutesOther, ...fields }: T, check: z.RefinementCtx) {
  if (minutes === "other" && minutesOther === null) {
    check.addIssue({ code: "custom", path: ["minutesOther"], message: HOW_LONG })
  }
  return { ...fields, minutes: minutes === "other" ? (minutesOther ?? 0) : Number(minutes) }
}

type Also = { guides: string[]; resources: string[]; caseId: string | null; enquiryIds: string[] }

/** `guides` and `resources`: what the groups were given, by name in the address and by id. */
type WithAlso<T extends Also> = Omit<T, keyof Also> & {
  guides?: string[]
  resources?: string[]
  caseId?: string | null
  enquiryIds?: string[]
}

/** A session as it is recorded, with a task when one was said. `on` null is today. */
export const recordSessionInput = z
  .object({
    ...whichGroups,
    ...whatHappened,
    /** For the people of the case alone. */
    confidential: wordsMaybe(20_000),
    stepWhat: wordsMaybe(500),
    stepWho: z
      .union([z.literal(""), z.uuid()])
      .nullish()
      .transform((id) => id || null),
    stepDue: dateMaybe(),
  })
  .transform(lasting)
  .superRefine((input, check) => {
    if (input.stepDue && !input.stepWhat)
      check.addIssue({ code: "custom", path: ["stepWhat"], message: say("Enter the task") })
    if (input.confidential && !input.caseId)
      check.addIssue({
        code: "custom",
        path: ["caseId"],
        message: say("Choose the case whose people may read the confidential note"),
      })
  })
export type RecordSession = Omit<WithAlso<z.output<typeof recordSessionInput>>, "confidential"> & {
  confidential?: string | null
}

/** A session as it is changed; `seen` is when it had last been changed as the page was opened, "" for never. */
export const changeSessionInput = z
  .object({ ...whichGroups, ...whatHappened, id: z.uuid(), seen: z.string().max(40).default("") })
  .transform(lasting)
export type ChangeSession = WithAlso<z.output<typeof changeSessionInput>>

/** A session by its id. */
export const sessionIdInput = z.object({ id: z.uuid() })
