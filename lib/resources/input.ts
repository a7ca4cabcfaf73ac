import { z } from "zod"
import { keys, RESOURCE_KINDS, RESOURCE_READERS } from "@/db/vocabulary"
import { whichGroups } from "../groups/picker/input"
import { choices, dateMaybe, websiteMaybe, wordsMaybe, wordsSaid } from "../input"
import { say } from "../words"

/** A link is called broken when it failed so often in a row. */
export const BROKEN_AFTER = 2

const said = {
  title: wordsSaid(say("Enter what the resource is called"), 200),
  kind: z.enum(keys(RESOURCE_KINDS), { error: say("Choose what it is") }),
  summary: wordsMaybe(2000),
  link: websiteMaybe(),
  termIds: choices(z.uuid()),
  ownerId: z
    .union([z.literal(""), z.uuid()])
    .nullish()
    .transform((id) => id || null),
  reviewOn: dateMaybe(),
  openTo: z.enum(keys(RESOURCE_READERS), { error: say("Choose who can open it") }),
}

/** A resource as it is added. Its files are put on it afterwards. */
export const addResourceInput = z.object(said)
export type AddResource = z.output<typeof addResourceInput>

/** The same said better; `seen` is when it had last been changed as the page was opened, "" for never. */
export const changeResourceInput = z.object({ ...said, id: z.uuid(), seen: z.string().max(40).default("") })
export type ChangeResource = z.output<typeof changeResourceInput>

/** A resource, by its id. */
export const resourceIdInput = z.object({ id: z.uuid() })

/** Sending a resource to groups by email. */
export const sendResourceInput = z.object({ id: z.uuid(), ...whichGroups, words: wordsMaybe(2000) })
export type SendResource = z.output<typeof sendResourceInput>

/** Why the words of a file weren’t read. */
export type WhyUnread = "locked" | "empty" | "damaged" | "long"
