import { z } from "zod"
import { REPEATS } from "@/db/vocabulary"
import { choiceMaybe, dateMaybe, idMaybe, wordsSaid } from "../input"
import { say } from "../words"

type Repeat = keyof typeof REPEATS

/** What is said of a task. */
export const taskFields = z.object({
  what: wordsSaid(say("Enter what is to be done"), 500),
  assigneeId: idMaybe(),
  dueOn: dateMaybe(),
  repeats: choiceMaybe(Object.keys(REPEATS) as [Repeat, ...Repeat[]]),
  groupId: idMaybe(),
  caseId: idMaybe(),
})
type Dated = { dueOn: string | null; repeats: Repeat | null }
/** Whether there is a day from which to repeat; what is said when there isn't. */
export const needsDay = ({ dueOn, repeats }: Dated) => Boolean(dueOn) || !repeats
/** What a form says when a task repeats and has no day. */
export const NO_DAY = {
  path: ["dueOn"],
  error: say("Enter the day it is due first, so that we know when it repeats"),
}

/** A task: what, who (null: nobody yet), when (null: no date), and whether it comes again. */
export const addTaskInput = taskFields.refine(needsDay, NO_DAY)
/** A task, with the session it came from and the case it is part of. */
export type AddTask = Omit<z.output<typeof taskFields>, "repeats" | "caseId"> & {
  repeats?: Repeat | null
  sessionId?: string
  caseId?: string | null
}

/** A change to a task. */
export const changeTaskInput = taskFields
  .omit({ groupId: true, caseId: true })
  .extend({ id: z.uuid() })
  .refine(needsDay, NO_DAY)
export type ChangeTask = z.output<typeof changeTaskInput>

/** A task by its id. */
export const taskIdInput = z.object({ id: z.uuid() })

/** Puts a task off until a day. */
export const snoozeInput = z.object({ id: z.uuid(), until: dateMaybe() })
export type Snooze = z.output<typeof snoozeInput>

const PRESS = /^(done|reopen|tomorrow|week) ([0-9a-f-]{36})$|^(hand) ([0-9a-f-]{36}) ([0-9a-f-]{36})$/

/** A press on one of the buttons of a list of tasks: what to do, with which task, and for whom. */
export const pressInput = z.object({
  press: z.string().transform((typed, check) => {
    const [, act, id, hand, handed, to] = PRESS.exec(typed) ?? []
    if (act && id) return { act: act as "done" | "reopen" | "tomorrow" | "week", id }
    if (hand && handed && to) return { act: "hand" as const, id: handed, to }
    check.addIssue({ code: "custom", message: say("Press one of the buttons beside a task") })
    return z.NEVER
  }),
})
export type Press = z.output<typeof pressInput>
