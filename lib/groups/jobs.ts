import { asSystem } from "../access/doors"
import { RuleBroken } from "../errors"
import type { RoomJobs } from "../jobs/job"
import { askYearly, remindYearly } from "./confirming/commands"
import { failImport, runImport } from "./imports/wizard/commands"
import { clearEndedContacts } from "./roles/commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "ask-groups": Nothing
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
    const because = error instanceof RuleBroken ? error.message : "Something went wrong on our side."
    await asSystem(lio, (ctx) => failImport(ctx, { id, because }), opening)
    if (!(error instanceof RuleBroken)) console.error(error)
  }
}

/** What is done about groups in the background. */
export const groupJobs = {
  /** Lets go of main contacts whose role has ended; asks groups once a year whether all is still right, and once more where nobody said. */
  "ask-groups": {
    every: "15 8 * * *",
    madeUp: "12h",
    tries: 3,
    does: async (lio) => {
      await asSystem(lio, clearEndedContacts)
      await asSystem(lio, remindYearly)
      await asSystem(lio, askYearly)
    },
  },
  /** Brings in a list that was checked and confirmed. */
  "import-groups": { does: (lio, { id }, { attempts }) => importGroups(lio, id, attempts) },
} satisfies RoomJobs
