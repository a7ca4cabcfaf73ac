import { z } from "zod"
import { keys, NATIONS } from "@/db/vocabulary"
import { monthsAfter } from "../days"
import { RuleBroken } from "../errors"
import { whichGroups } from "../groups/picker/input"
import { choices, dateMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

const REVIEW_MONTHS = 12
/** As long as a hundred pages. */
export const LONGEST_BODY = 300_000
const SLUG = /^[a-z][a-z0-9-]{0,79}$/
/** Pages of ours have these names. */
const TAKEN = new Set(["manage", "new"])

/** The name of a guide in its address. */
export const guideSlug = z
  .string()
  .regex(SLUG)
  .refine((slug) => !TAKEN.has(slug))

/** A name in the address made of a title: "Start a group" gives start-a-group. */
export const slugOf = (title: string) =>
  title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’\p{M}]/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "")

const related = z
  .string()
  .nullish()
  .transform((typed) => [
    ...new Set(
      (typed ?? "")
        .split(/[\s,]+/)
        .map((one) => one.trim().toLowerCase())
        .filter((one) => SLUG.test(one)),
    ),
  ])

/** What a guide says. */
export const guideFields = z.object({
  title: wordsSaid(say("Enter a title"), 150),
  summary: wordsSaid(say("Enter a sentence that says what the guide is for"), 300),
  nations: choices(z.enum(keys(NATIONS))).refine(
    (nations) => nations.length > 0,
    say("Choose where it applies"),
  ),
  body: wordsSaid(say("Write the guide"), LONGEST_BODY),
  related,
})
export type GuideSaid = z.output<typeof guideFields>

/** What was open: the published version, the revision of what is being written and when that was saved; 0 where there is none. */
const seen = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/)
  .catch("")

/** A change to what is being written. */
export const changeGuideInput = guideFields.extend({ slug: guideSlug, seen })
export type ChangeGuide = z.output<typeof changeGuideInput>

/** A guide by its name in the address. */
export const guideInput = z.object({ slug: guideSlug })

/** What is being written, at the revision that was read. */
export const draftInput = z.object({ slug: guideSlug, seen })
export type DraftSeen = z.output<typeof draftInput>

/** The day on which a guide is to be checked again: a year from now, unless somebody chose another that is still to come. RuleBroken. */
export function reviewDay(today: string, chosen: string | null): string {
  if (chosen && chosen <= today) throw new RuleBroken(say("Choose a day that is still to come"), "reviewOn")
  return chosen ?? monthsAfter(today, REVIEW_MONTHS)
}

/** Publishing what was checked: what changed since the last version, and when to look at it again. */
export const publishGuideInput = draftInput.extend({
  change: wordsSaid(say("Say in a sentence what changed"), 300),
  reviewOn: dateMaybe(),
})
export type PublishGuide = z.output<typeof publishGuideInput>

/** Saying that a published guide is still right. */
export const confirmGuideInput = guideInput.extend({ reviewOn: dateMaybe() })
export type ConfirmGuide = z.output<typeof confirmGuideInput>

/** Who looks after a guide. */
export const guideOwnerInput = guideInput.extend({
  ownerId: z
    .union([z.literal(""), z.uuid()])
    .nullish()
    .transform((id) => id || null),
})
export type GuideOwner = z.output<typeof guideOwnerInput>

/** Whether a guide was useful, and why. */
export const remarkInput = z.object({
  lio: z.string().max(100),
  slug: guideSlug,
  version: z.coerce.number().int().min(1),
  useful: z.enum(["yes", "no"], { error: say("Choose yes or no") }),
  why: wordsMaybe(2000),
})
export type Remark = z.output<typeof remarkInput>

/** Sending a guide to groups by email. */
export const sendGuideInput = guideInput.extend({ ...whichGroups, words: wordsMaybe(2000) })
export type SendGuide = z.output<typeof sendGuideInput>
