import "server-only"
import { eq } from "drizzle-orm"
import { headers } from "next/headers"
import { notFound, redirect } from "next/navigation"
import { z } from "zod"
import type { FormState } from "@/app/_ui/form-state"
import { submissions } from "@/db/schema"
import type { SubmissionResult } from "@/db/schema/journal"
import { type Ctx, personOf } from "@/lib/access/ctx"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { fromForm, withDates } from "./form-data"
import { enter, type Taking } from "./session"

type Action = (before: FormState, form: FormData) => Promise<FormState>
type Where = { lio: string; form: FormData }

function today(ctx: Ctx) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ctx.lio.timezone }).format(ctx.now)
}

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
          errors: { [refusal.field]: refusal.message },
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
      message: `${refusal.message} What you typed is still here: sign in in another tab, then send it again.`,
    }
  }
  if (refusal instanceof NotFound) notFound()
  throw refusal
}

/** The first result of a form that was sent twice, or null when this is the first time. */
async function alreadySent(ctx: Ctx, key: string, action: string): Promise<SubmissionResult | null> {
  const personId = personOf(ctx.actor)?.personId ?? null
  const fresh = await ctx.tx
    .insert(submissions)
    .values({ lioId: ctx.lio.id, key, personId, action, result: { to: "" }, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ key: submissions.key })
  if (fresh.length > 0) return null
  const [first] = await ctx.tx.select().from(submissions).where(eq(submissions.key, key))
  if (first?.personId !== personId || first.action !== action)
    throw new RuleBroken("This form was sent before. Open the page again.")
  return first.result
}

const withKey = (result: SubmissionResult, key: string) => {
  if (!result.banner) return result.to
  const [path, fragment] = result.to.split("#")
  return `${path}${path?.includes("?") ? "&" : "?"}done=${key}${fragment ? `#${fragment}` : ""}`
}

/**
 * How a form of an LIO writes: parses what was typed, runs one command through the door, leads on to a page.
 * Sent twice (double click, lost answer) it writes once and leads to the first result.
 */
export function submit<S extends z.ZodType, R>(
  action: string,
  input: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<R>,
  then: (result: R, where: Where) => SubmissionResult,
  taking: Taking = { links: false },
): Action {
  return async (_before, form) => {
    const values = fromForm(form)
    const lio = String(form.get("_lio") ?? "")
    const key = z.uuid().safeParse(form.get("_key")).data ?? crypto.randomUUID()
    let to: string
    try {
      to = await enter(
        lio,
        async (ctx) => {
          const parsed = input.parse(withDates(values, today(ctx)))
          const first = await alreadySent(ctx, key, action)
          if (first) return withKey(first, key)
          const result = then(await command(ctx, parsed), { lio, form })
          await ctx.tx.update(submissions).set({ result }).where(eq(submissions.key, key))
          return withKey(result, key)
        },
        taking,
      )
    } catch (refusal) {
      return stateOf(refusal, values)
    }
    redirect(to)
  }
}

/** The same for the forms of the pages that an emailed link to a consultation opens as well. */
export const submitByLink = <S extends z.ZodType, R>(
  action: string,
  input: S,
  command: (ctx: Ctx, input: z.output<S>) => Promise<R>,
  then: (result: R, where: Where) => SubmissionResult,
) => submit(action, input, command, then, { links: true })

/** The same for the few forms outside any LIO (sign in, sign out, switching): no door, so no tenant table either. */
export function submitOutside<S extends z.ZodType>(
  input: S,
  command: (input: z.output<S>, where: { from: string }) => Promise<string>,
): Action {
  return async (_before, form) => {
    const values = fromForm(form)
    let to: string
    try {
      const from = (await headers()).get("x-forwarded-for")?.split(",")[0]?.trim() ?? "direct"
      to = await command(input.parse(values), { from })
    } catch (refusal) {
      return stateOf(refusal, values)
    }
    redirect(to)
  }
}
