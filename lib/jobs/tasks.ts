import type { TaskList } from "graphile-worker"
import { asSystem } from "../access/doors"
import { listLioIds } from "../access/queries"
import { remindWhenDue } from "../consultations/asking/commands"
import { closeOverdue, closeWhenDue } from "../consultations/commands"
import { runDueDigests } from "../digest/commands"
import { findDuplicates } from "../duplicates/finding/commands"
import { sendWaiting } from "../email/sending"
import { countDue } from "../email/sending/queries"
import { RuleBroken } from "../errors"
import { askYearly, remindYearly } from "../groups/confirming/commands"
import { clearOldImports, failImport, runImport } from "../groups/imports/wizard/commands"
import { clearEndedContacts } from "../groups/roles/commands"
import { tendMemberships } from "../memberships/renewal/commands"
import { enqueue } from "./commands"

const IMPORT_TRIES = 3

/** Payloads come from `enqueue`, which puts the LIO in. */
const lioOf = (payload: unknown) => (payload as { lio: string }).lio

/** Does the work in one LIO after the other; trouble in one does not keep it from the others, and is told at the end. */
export async function inEachLio(work: (lio: string) => Promise<unknown>) {
  const troubles: unknown[] = []
  for (const lio of await listLioIds()) {
    try {
      await work(lio)
    } catch (error) {
      console.error(`In the LIO ${lio}:`, error)
      troubles.push(error)
    }
  }
  if (troubles.length > 0) throw new AggregateError(troubles, `It failed in ${troubles.length} LIOs.`)
}

/** The tasks that wait for mail servers: they have hands of their own, so that a slow one keeps nothing else waiting. */
export const LETTER_TASKS = ["send-letters"]

/** Everything the worker can do, by the name under which `enqueue` asks for it. */
export const tasks: TaskList = {
  "send-letters": async (payload) => {
    await sendWaiting(lioOf(payload))
  },
  /** Finds letters whose next try has come, also those a dead worker left behind. */
  "sweep-letters": async () => {
    await inEachLio((lio) =>
      asSystem(lio, async (ctx) => {
        if ((await countDue(ctx)) > 0)
          await enqueue(ctx, "send-letters", {}, { key: `send-letters:${lio}`, inTurn: true })
      }),
    )
  },
  /** Makes the digests that are due by each LIO's own clock. */
  "make-digests": async () => {
    await inEachLio((lio) => runDueDigests(lio, new Date()))
  },
  /** Renewal letters that are due, and stages that follow from memberships whose dates have passed. */
  "tend-memberships": async () => {
    await inEachLio((lio) => tendMemberships(lio, new Date()))
  },
  /** Closes a consultation whose time has come. */
  "close-consultation": async (payload) => {
    await asSystem(lioOf(payload), (ctx) => closeWhenDue(ctx, (payload as { id: string }).id))
  },
  /** Closes what a stopped worker left open, and keeps the numbers of every consultation that has closed. */
  "close-overdue": async () => {
    await inEachLio((lio) => asSystem(lio, closeOverdue))
  },
  /** Reminds, three days before closing, the groups that have not finished. */
  "remind-consultation": async (payload) => {
    await asSystem(lioOf(payload), (ctx) => remindWhenDue(ctx, (payload as { id: string }).id))
  },
  /** Looks for groups that stand twice, in one LIO or in each. */
  "find-duplicates": async (payload) => {
    const one = (payload as { lio?: string }).lio
    if (one) await asSystem(one, findDuplicates)
    else await inEachLio((lio) => asSystem(lio, findDuplicates))
  },
  /** Lets go of main contacts whose role has ended; asks groups once a year whether all is still right, and once more where nobody said. */
  "ask-groups": async () => {
    await inEachLio(async (lio) => {
      await asSystem(lio, clearEndedContacts)
      await asSystem(lio, remindYearly)
      await asSystem(lio, askYearly)
    })
  },
  /** Clears imports that nobody has gone on with for two weeks. */
  "clear-imports": async () => {
    await inEachLio((lio) => asSystem(lio, clearOldImports))
  },
  /** Brings in a list that was checked and confirmed. */
  "import-groups": async (payload, { job }) => {
    const { lio, id } = payload as { lio: string; id: string }
    const opening = { via: "import", name: "An import" } as const
    try {
      await asSystem(lio, (ctx) => runImport(ctx, id), opening)
    } catch (error) {
      if (!(error instanceof RuleBroken) && job.attempts < IMPORT_TRIES) throw error
      const because = error instanceof RuleBroken ? error.message : "Something went wrong on our side."
      await asSystem(lio, (ctx) => failImport(ctx, { id, because }), opening)
      if (!(error instanceof RuleBroken)) console.error(error)
    }
  },
}

/** What the worker does by the clock, in UTC: minute hour day month weekday, then the task. */
export const schedule = `
* * * * * sweep-letters ?max=1
*/30 * * * * make-digests ?max=1
20 3 * * * clear-imports ?max=1
15 8 * * * ask-groups ?max=3&fill=12h
40 2 * * * find-duplicates ?max=1
*/10 * * * * close-overdue ?max=1
10 * * * * tend-memberships ?max=1
`
