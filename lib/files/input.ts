import { z } from "zod"
import { FILE_KINDS, keys } from "@/db/vocabulary"
import { dateMaybe, wordsSaid } from "../input"
import { say } from "../words"
import type { ReadFile } from "./reading/content"

const about = {
  kind: z.enum(keys(FILE_KINDS), { error: say("Choose what kind of file it is") }),
  runsUntil: dateMaybe(),
  /** Who may read it: an audience that the thing offers. Its first, if nothing is said. */
  audience: z.string().max(80).optional(),
}

/** What is said of files as they are added to a thing. */
export const addFilesInput = z.object({ onKind: z.string().max(40), onId: z.uuid(), ...about })
export type AddFiles = z.output<typeof addFilesInput> & { uploads: ReadFile[] }

/** What is said of a file afterwards. */
export const changeFileInput = z.object({ id: z.uuid(), name: wordsSaid(say("Enter a name"), 160), ...about })
export type ChangeFile = z.output<typeof changeFileInput>

/** A file, by its id. */
export const fileIdInput = z.object({ id: z.uuid() })

/** A file runs out soon when its last day is no more than so many days away. */
export const SOON_DAYS = 30
