import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { funders, funderTerms, terms } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { nameKey } from "../../groups/names"
import { record, recordEach } from "../../journal/commands"
import { say } from "../../words"
import { mayKeepFunding } from "../policy"
import { listFitting } from "../searches/queries"
import type { AddFunder, ChangeFunder } from "./input"

type Named = { id: string; name: string }
/** `wanted`: how many groups look for what it funds. */
type Listed = Named & { wanted: number }
const guard = (ctx: Ctx) =>
  ensure(mayKeepFunding(ctx.actor), say("Only workers and managers keep the list of funders."))

/** Themes of the LIO's list, or a rule broken. */
export async function knownThemes(ctx: Ctx, termIds: string[]): Promise<string[]> {
  const ids = [...new Set(termIds)].sort()
  if (ids.length === 0) return []
  const there = await ctx.tx
    .select({ id: terms.id })
    .from(terms)
    .where(and(isOneOf(terms.id, ids), eq(terms.list, "theme")))
  if (there.length !== ids.length)
    throw new RuleBroken(say("One of these themes is not on your list any more. Choose again."), "termIds")
  return ids
}

async function namesake(ctx: Ctx, name: string): Promise<Named | undefined> {
  const [there] = await ctx.tx
    .select({ id: funders.id, name: funders.name })
    .from(funders)
    .where(eq(funders.nameKey, nameKey(name)))
  return there
}

async function ensureNewName(ctx: Ctx, name: string, id?: string) {
  const there = await namesake(ctx, name)
  if (there && there.id !== id)
    throw new RuleBroken(say("“{name}” is on the list already.", { name: there.name }), "name")
}

const wasAdded = ({ id, name }: Named) => ({
  what: "funder.added" as const,
  subject: ["funder", id] as [string, string],
  summary: say("Added the funder {name}", { name }),
  to: { name },
})

/** The funder that a bid names: one of the list, or a new one, of which no more than the name is known. */
export async function settleFunder(
  ctx: Ctx,
  { funderId, newFunder }: { funderId: string | null; newFunder: string | null },
): Promise<Named> {
  guard(ctx)
  if (funderId && newFunder)
    throw new RuleBroken(say("Choose a funder from the list or enter a new one, not both"), "newFunder")
  if (funderId) {
    const [there] = await ctx.tx
      .select({ id: funders.id, name: funders.name })
      .from(funders)
      .where(eq(funders.id, funderId))
    if (!there)
      throw new RuleBroken(say("This funder is not on the list any more. Choose again."), "funderId")
    return there
  }
  if (!newFunder) throw new RuleBroken(say("Choose the funder, or enter its name"), "funderId")
  return funderCalled(ctx, newFunder)
}

/** The funder of this name, new if need be, of which no more than the name is known. Who may is settled by who calls. */
export async function funderCalled(ctx: Ctx, name: string): Promise<Named> {
  const there = await namesake(ctx, name)
  if (there) return there
  const [made] = await ctx.tx
    .insert(funders)
    .values({ lioId: ctx.lio.id, name, nameKey: nameKey(name), createdAt: ctx.now })
    .returning({ id: funders.id, name: funders.name })
  const funder = found(made)
  await record(ctx, wasAdded(funder))
  return funder
}

/** Lists a funder, as somebody has found it today. */
export async function addFunder(ctx: Ctx, { termIds, ...said }: AddFunder): Promise<Listed> {
  guard(ctx)
  await ensureNewName(ctx, said.name)
  const themes = await knownThemes(ctx, termIds)
  const [made] = await ctx.tx
    .insert(funders)
    .values({
      ...said,
      lioId: ctx.lio.id,
      nameKey: nameKey(said.name),
      checkedOn: ctx.today,
      createdAt: ctx.now,
    })
    .returning({ id: funders.id, name: funders.name })
  const funder = found(made)
  await writeThemes(ctx, funder.id, themes)
  await record(ctx, wasAdded(funder))
  return { ...funder, wanted: (await listFitting(ctx, funder.id)).length }
}

async function writeThemes(ctx: Ctx, funderId: string, termIds: string[]) {
  await ctx.tx.delete(funderTerms).where(eq(funderTerms.funderId, funderId))
  if (termIds.length > 0)
    await ctx.tx
      .insert(funderTerms)
      .values(termIds.map((termId) => ({ lioId: ctx.lio.id, funderId, termId })))
}

async function lockFunder(ctx: Ctx, id: string) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(funders).where(eq(funders.id, id)).for("update")
  return found(row)
}

/** Changes what is said of a funder, which somebody has looked at today. */
export async function changeFunder(ctx: Ctx, { id, termIds, ...said }: ChangeFunder): Promise<Listed> {
  const before = await lockFunder(ctx, id)
  await ensureNewName(ctx, said.name, id)
  const themes = await knownThemes(ctx, termIds)
  const held = await ctx.tx
    .select({ termId: funderTerms.termId })
    .from(funderTerms)
    .where(eq(funderTerms.funderId, id))
    .orderBy(funderTerms.termId)
  await ctx.tx
    .update(funders)
    .set({ ...said, nameKey: nameKey(said.name), checkedOn: ctx.today })
    .where(eq(funders.id, id))
  await writeThemes(ctx, id, themes)
  const from: Record<string, unknown> = { ...before, termIds: held.map(({ termId }) => termId) }
  const to: Record<string, unknown> = { ...said, termIds: themes }
  const changed = Object.keys(to).filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]))
  if (changed.length > 0)
    await record(ctx, {
      what: "funder.changed",
      subject: ["funder", id],
      summary: say("Changed the funder {name}", { name: said.name }),
      from: Object.fromEntries(changed.map((field) => [field, from[field]])),
      to: Object.fromEntries(changed.map((field) => [field, to[field]])),
    })
  return { id, name: said.name, wanted: (await listFitting(ctx, id)).length }
}

/** Notes that all that is said of a funder is still right. */
export async function checkFunder(ctx: Ctx, { id }: { id: string }): Promise<Named> {
  const { name, checkedOn } = await lockFunder(ctx, id)
  await ctx.tx.update(funders).set({ checkedOn: ctx.today }).where(eq(funders.id, id))
  await record(ctx, {
    what: "funder.checked",
    subject: ["funder", id],
    summary: say("Checked that {name} is still right", { name }),
    from: { checkedOn },
    to: { checkedOn: ctx.today },
  })
  return { id, name }
}

/** Takes a funder off the list that gives nothing any more; its bids keep its name. */
export async function retireFunder(ctx: Ctx, { id }: { id: string }): Promise<Named> {
  const { name } = await lockFunder(ctx, id)
  const [retired] = await ctx.tx
    .update(funders)
    .set({ retiredAt: ctx.now })
    .where(and(eq(funders.id, id), isNull(funders.retiredAt)))
    .returning({ id: funders.id })
  if (!retired) throw new RuleBroken(say("This funder is off the list already."))
  await record(ctx, {
    what: "funder.retired",
    subject: ["funder", id],
    summary: say("Took the funder {name} off the list", { name }),
  })
  return { id, name }
}

/** Puts a funder back on the list. */
export async function restoreFunder(ctx: Ctx, { id }: { id: string }): Promise<Named> {
  const { name } = await lockFunder(ctx, id)
  const [restored] = await ctx.tx
    .update(funders)
    .set({ retiredAt: null })
    .where(and(eq(funders.id, id), isNotNull(funders.retiredAt)))
    .returning({ id: funders.id })
  if (!restored) throw new RuleBroken(say("This funder is on the list already."))
  await record(ctx, {
    what: "funder.restored",
    subject: ["funder", id],
    summary: say("Put the funder {name} back on the list", { name }),
  })
  return { id, name }
}

/** A funder as published data name it. */
export type Published = { name: string; orgId: string | null }

/**
 * The funders that published grants name, by their names in the data: those of the list, by identifier or by name; what
 * the list lacks is added. One statement each way, however many they are.
 */
export async function settlePublished(ctx: Ctx, published: Published[]): Promise<Map<string, string>> {
  guard(ctx)
  const wanted = published.map(({ name, orgId }) => ({ name, orgId, key: nameKey(name) }))
  const json = JSON.stringify(wanted)
  const known = () =>
    ctx.tx.execute<{ name: string; id: string }>(sql`
      select distinct on (w.name) w.name, f.id
      from jsonb_to_recordset(${json}::jsonb) as w(name text, "orgId" text, key text)
      join funders f on f.org_id = w."orgId" or f.name_key = w.key
      order by w.name, (f.org_id = w."orgId") desc nulls last, f.id`)
  const there = new Set([...(await known())].map(({ name }) => name))
  const fresh = [
    ...new Map(wanted.filter(({ name }) => !there.has(name)).map((one) => [one.key, one])).values(),
  ]
  if (fresh.length > 0) {
    const made = await ctx.tx
      .insert(funders)
      .values(
        fresh.map(({ name, orgId, key }) => ({
          ...{ lioId: ctx.lio.id, name, orgId, nameKey: key, createdAt: ctx.now },
        })),
      )
      .returning({ id: funders.id, name: funders.name })
    await recordEach(ctx, made.map(wasAdded))
  }
  return new Map([...(await known())].map(({ name, id }) => [name, id]))
}
