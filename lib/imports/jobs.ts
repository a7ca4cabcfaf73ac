import { asSystem } from "../access/doors"
import { RuleBroken } from "../errors"
import type { RoomJobs } from "../jobs/job"
import { log } from "../log"
import { say } from "../words"
import { failImport, runImport } from "./wizard/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "import-groups": { id: string }
  }
}

const IMPORT_TRIES = 3

async function importGroups(lio: string, id: string, attempts: number) {
  const opening = { via: "import", name: "An import" } as const
  try {
    await asSystem(lio, (ctx) => runImport(ctx, id), opening)
  } catch (error) {
    if (!(error instanceof RuleBroken) && attempts < IMPORT_TRIES) throw error
    const because = error instanceof RuleBroken ? error.message : say("Something went wrong on our side.")
    await asSystem(lio, (ctx) => failImport(ctx, { id, because }), opening)
    if (!(error instanceof RuleBroken)) log.error({ err: error, lio, import: id }, "An import failed")
  }
}

/** What is done about imports in the background. */
export const jobs = {
  /** Imports a list that was checked and confirmed. */
  "import-groups": { does: (lio, { id }, { attempts }) => importGroups(lio, id, attempts) },
} satisfies RoomJobs
