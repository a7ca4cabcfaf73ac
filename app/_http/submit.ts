import "server-only"
import { createHash } from "node:crypto"
import { headers } from "next/headers"
import { notFound, redirect, unstable_rethrow } from "next/navigation"
import { z } from "zod"
import type { FormState } from "@/app/_ui/form-state"
import { MORE, withRowMore } from "@/app/_ui/rows"
import type { SubmissionResult } from "@/db/schema/journal"
import { isOfSomethingGone } from "@/lib/access/away"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, NotFound, RuleBroken, SignedOut, Unavailable } from "@/lib/errors"
import { beginSubmission, finishSubmission } from "@/lib/journal/submissions/commands"
import { log } from "@/lib/log"
import { requestNotes } from "@/lib/request"
import type { UndoKind } from "@/lib/rooms"
import { dayOf, say } from "@/lib/words"
import { fromForm, withDates, withRows } from "./form-data"
import { type Entering, enter } from "./session"

type Action = (before: FormState, form: FormData) => Promise<FormState>
type Where = { lio: string; form: FormData }

/** Where a form led and the banner there; what its button undoes is a kind of act that some room undoes. */
type Led = Omit<SubmissionResult, "banner"> & {
  banner?: Omit<NonNullable<SubmissionResult["banner"]>, "undo"> & {
    undo?: { what: UndoKind; id: string; back?: string }
  }
}

/** What stands behind a form of an LIO. */
export type Behind = { input: z.ZodType; command: (ctx: Ctx, input: never) => Promise<unknown> }
const BEHIND = new WeakMap<Action, Behind>()
/** What a form made by `submit` would run; nothing for the forms outside any LIO. */
export const behind = (action: Action): Behind | undefined => BEHIND.get(action)

function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[issue.path.join(".")] ??= issue.message
  return errors
}

function stateOf(refusal: unknown, values: FormState["values"]): FormState {
  if (refusal instanceof z.ZodError) return { errors: errorsOf(refusal), values }
  if (refusal instanceof RuleBroken) {
    return refusal.field
      ? {
          errors: { [refusal.field]: refusal.message, ...refusal.also },
          values,
          theirs: refusal.theirs,
          choices: refusal.choices && { [refusal.field]: refusal.choices },
        }
      : { errors: {}, message: refusal.message, values, theirs: refusal.theirs }
  }
  if (refusal instanceof NotAllowed) return { errors: {}, message: refusal.message, values }
  if (refusal instanceof SignedOut) {
    return {
      errors: {},
      values,
      message: say("{message} What you typed is still here: sign in in another tab, then send it again.", {
        message: refusal.message,
      }),
    }
  }
  if (refusal instanceof NotFound) notFound()
  if (refusal instanceof Unavailable) return { errors: {}, values, message: BUSY }
  unstable_rethrow(refusal)
  if (isOfSomethingGone(refusal)) return { errors: {}, values, message: GONE }
  log.error({ err: refusal }, "A form was not saved")
  return { errors: {}, values, message: BROKEN }
}

const GONE = say(
  "One of the things you chose isn’t there any more, or something else still needs it. Open the page again and look.",
)
const UNREADABLE = say("We couldn’t read this form. Open the page again and try once more.")
const BUSY = say(
  "We couldn’t save this just now, because we can’t reach our records. What you typed is still here: try again in a minute.",
)
const BROKEN = say(
  "Something went wrong on our side, and this wasn’t saved. What you typed is still here: try again, and tell us if it keeps happening.",
)

/** One key for this form with just these words in it: sent again it is the same, sent with other words another. */
function keyOf(form: FormData, values: FormState["values"]): string {
  const key = z.uuid().safeParse(form.get("_key")).data ?? crypto.randomUUID()
  const entries = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1))
  const hash = createHash("sha256")
    .update(JSON.stringify([key, entries]))
    .digest("hex")
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-")
}

const withKey = (result: SubmissionResult, key: string) => {
  if (!result.banner) return result.to
  const [path, fragment] = result.to.split("#")
  return `${path}${path?.includes("?") ? "&" : "?"}done=${key}${fragment ? `#${fragment}` : ""}`
}

/** Where a form leads; or how it stands where it stays. */
function ledTo({ stays, ...result }: SubmissionResult, key: string, values: FormState["values"]) {
  if (!stays) return withKey(result, key)
  const { text = "", links: [link] = [] } = result.banner ?? {}
  return { errors: {}, values, note: { text, label: link?.label ?? "", href: link?.href ?? "" } }
}

/**
 * How a form of an LIO writes: parses what was typed, runs one command through the door, leads on to a page. Sent twice
 * (double click, lost answer) it writes once and leads to the first result; with other words in it, as after the
 * browser's Back, it is another form.
 */
export function submit<S extends z.ZodType, R>(
  action: string,
  input: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<R>,
  then: (result: R, where: Where) => Led,
  entering: Entering = {},
): Action {
  const made: Action = async (_before, form) =>
    reading(form, async (values) => {
      const lio = String(form.get("_lio") ?? "")
      const key = keyOf(form, values)
      const write = async (ctx: Ctx) => {
        const parsed = input.parse(withRows(withDates(values, ctx.today)))
        const first = await beginSubmission(ctx, key, action)
        if (first) return ledTo(first, key, values)
        const result = then(await command(ctx, parsed), { lio, form })
        await finishSubmission(ctx, key, result)
        return ledTo(result, key, values)
      }
      return enter(lio, write, { ...entering, patience: "save" })
    })
  BEHIND.set(made, { input, command })
  return made
}

/** Reads a form, does its work, and leads on to the page that comes of it; or stays; or gives back what was typed, and why. */
async function reading(
  form: unknown,
  work: (values: FormState["values"]) => Promise<string | FormState>,
): Promise<FormState> {
  if (!(form instanceof FormData)) return { errors: {}, values: {}, message: UNREADABLE }
  requestNotes().begun = true
  const values = fromForm(form)
  const more = form.get(MORE)
  if (typeof more === "string") return { errors: {}, values: withRowMore(values, more) }
  let to: string | FormState
  try {
    to = await work(values)
  } catch (refusal) {
    return stateOf(refusal, values)
  }
  if (typeof to !== "string") return to
  redirect(to)
}

/** The same for the forms of the pages that an emailed link to a consultation opens as well. */
export const submitByLink = <S extends z.ZodType, R>(
  action: string,
  input: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<R>,
  then: (result: R, where: Where) => Led,
) => submit(action, input, command, then, { links: true })

/** The same for the few forms outside any LIO (sign in, sign out, switching): no door, so no tenant table either. */
export function submitOutside<S extends z.ZodType>(
  input: S,
  command: (input: z.output<S>, where: { from: string }) => Promise<string>,
): Action {
  return async (_before, form) =>
    reading(form, async (values) => {
      const from = (await headers()).get("x-trellis-asker") ?? "direct"
      return command(input.parse(withRows(withDates(values, dayOf(new Date())))), { from })
    })
}
