import { z } from "zod"
import { DIGEST_RHYTHMS, keys } from "@/db/vocabulary"
import { choices } from "../../input"
import type { StreamName } from "../../rooms"
import { say } from "../../words"
import { STREAMS } from "../streams"

export type Stream = StreamName

/** The streams a person ticks one by one; the digest has a rhythm instead. */
export const TICKED_STREAMS = keys(STREAMS).filter((stream) => stream !== "digest")

/** How much mail somebody wants: what is not ticked is stopped. */
export const preferencesInput = z.object({
  digest: z.enum(keys(DIGEST_RHYTHMS), { error: say("Choose how often you want the digest") }),
  streams: choices(z.enum(keys(STREAMS))),
})

/** The same, from the page that a link in a letter opens. */
export const preferencesByLink = preferencesInput.extend({ lio: z.string(), token: z.string() })

/** What the page behind "Stop these emails" offers. */
export const stopInput = z.object({
  lio: z.string(),
  token: z.string(),
  what: z.enum(["stop", "again", "monthly", "everything"], { error: say("Press one of the buttons") }),
})

export type Stop = z.output<typeof stopInput>["what"]

export type Preferences = z.output<typeof preferencesInput>
