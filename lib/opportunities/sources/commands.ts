import "server-only"
import { eq, sql } from "drizzle-orm"
import { opportunitySources } from "@/db/schema"
import { type Ctx, personIdOf } from "../../access/ctx"
import { asSystem } from "../../access/doors"
import { ensure, found, RuleBroken } from "../../errors"
import { enqueue } from "../../jobs/commands"
import { record } from "../../journal/commands"
import { log } from "../../log"
import { readFrom } from "../../resources/checking/links"
import { say } from "../../words"
import { keepReleases } from "../importing/commands"
import { type ReadPackage, readPackage } from "../importing/input"
import { mayKeepOpportunities } from "../policy"
import { type AddSource, MOST_SOURCES } from "./input"
import { listSources } from "./queries"

const MOST_BYTES = 20 * 1024 * 1024
/** So many packages are read one after the other, each naming the next. */
const MOST_PAGES = 5

const guard = (ctx: Ctx) =>
  ensure(
    mayKeepOpportunities(ctx.actor),
    say("Only workers and managers decide where opportunities come from."),
  )

/** Adds an address, and asks it for the first time. */
export async function addSource(ctx: Ctx, input: AddSource): Promise<{ id: string; name: string }> {
  guard(ctx)
  const known = await listSourcesToAdd(ctx)
  if (known.some(({ address }) => address === input.address))
    throw new RuleBroken(say("This address is on the list already."), "address")
  if (known.length >= MOST_SOURCES)
    throw new RuleBroken(say("There are {most} addresses already. Remove one first.", { most: MOST_SOURCES }))
  const [made] = await ctx.tx
    .insert(opportunitySources)
    .values({ ...input, lioId: ctx.lio.id, addedAt: ctx.now, addedBy: personIdOf(ctx.actor) })
    .returning({ id: opportunitySources.id, name: opportunitySources.name })
  const source = found(made)
  await record(ctx, {
    what: "opportunity_source.added",
    subject: ["opportunity-source", source.id],
    summary: say("Fetches notices of contracts from {name} from now on", { name: source.name }),
    to: { address: input.address },
  })
  await enqueue(ctx, "fetch-opportunities-now", { id: source.id }, { inTurn: true })
  return source
}

/** The addresses there are, kept from changing until this is done. */
async function listSourcesToAdd(ctx: Ctx) {
  await ctx.tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('opportunity_sources'), hashtext(${ctx.lio.id}))`,
  )
  return ctx.tx.select({ address: opportunitySources.address }).from(opportunitySources)
}

/** Removes an address. What came from it stays. */
export async function removeSource(ctx: Ctx, { id }: { id: string }): Promise<{ name: string }> {
  guard(ctx)
  const [gone] = await ctx.tx
    .delete(opportunitySources)
    .where(eq(opportunitySources.id, id))
    .returning({ name: opportunitySources.name, address: opportunitySources.address })
  const { name, address } = found(gone)
  await record(ctx, {
    what: "opportunity_source.removed",
    subject: ["opportunity-source", id],
    summary: say("Fetches no more notices of contracts from {name}", { name }),
    from: { address },
  })
  return { name }
}

/** Asks an address now, in the background. */
export async function fetchNow(ctx: Ctx, { id }: { id: string }): Promise<{ name: string }> {
  guard(ctx)
  const [source] = await ctx.tx
    .select({ name: opportunitySources.name })
    .from(opportunitySources)
    .where(eq(opportunitySources.id, id))
  const { name } = found(source)
  await enqueue(ctx, "fetch-opportunities-now", { id }, { inTurn: true, key: `fetch-opportunities:${id}` })
  return { name }
}

type Fetch = (address: string, most: number) => Promise<Uint8Array>

/** The packages at an address, each with the address of the next, put together. */
async function readAll(address: string, fetch: Fetch): Promise<Omit<ReadPackage, "next">> {
  const all: Omit<ReadPackage, "next"> = { releases: 0, valid: [], invalid: [] }
  const asked = new Set<string>()
  let bytes = 0
  for (let next: string | null = address; next && !asked.has(next) && asked.size < MOST_PAGES; ) {
    asked.add(next)
    const body: Uint8Array = await fetch(next, MOST_BYTES - bytes)
    bytes += body.length
    const page = readPackage(body)
    all.valid.push(...page.valid)
    all.invalid.push(...page.invalid.map((one) => ({ ...one, position: all.releases + one.position })))
    all.releases += page.releases
    next = page.next && URL.canParse(page.next, next) ? new URL(page.next, next).href : null
  }
  return all
}

/** What came of asking: nothing is wrong when `trouble` is null. */
type Outcome = { id: string; trouble: string | null; invalid: number }

async function ask(
  lio: string,
  at: Date,
  source: { id: string; address: string },
  fetch: Fetch,
): Promise<Outcome> {
  try {
    const read = await readAll(source.address, fetch)
    const { invalid } = await asSystem(lio, (ctx) => keepReleases(ctx, read), { now: at, via: "import" })
    return { id: source.id, trouble: null, invalid: invalid.length }
  } catch (error) {
    if (!(error instanceof RuleBroken))
      log.error({ err: error, lio }, "Notices of contracts were not fetched")
    const trouble = error instanceof RuleBroken ? error.message : say("Something went wrong on our side.")
    return { id: source.id, trouble, invalid: 0 }
  }
}

/**
 * Fetches what is new from the addresses of an LIO, or from one of them, outside any transaction. Each keeps when it last
 * worked, and in a sentence why not. `fetch` is another in tests only.
 */
export async function fetchOpportunities(
  lio: string,
  at: Date,
  { id, fetch = readFrom }: { id?: string; fetch?: Fetch } = {},
): Promise<Outcome[]> {
  const sources = (await asSystem(lio, listSources, { now: at })).filter((one) => !id || one.id === id)
  const outcomes: Outcome[] = []
  for (const source of sources) outcomes.push(await ask(lio, at, source, fetch))
  if (outcomes.length > 0) await asSystem(lio, (ctx) => noteOutcomes(ctx, outcomes), { now: at })
  return outcomes
}

const noteOutcomes = (ctx: Ctx, outcomes: Outcome[]) =>
  ctx.tx.execute(sql`
    update opportunity_sources s set tried_at = ${ctx.now.toISOString()}::timestamptz, trouble = r.trouble,
      worked_at = case when r.trouble is null then ${ctx.now.toISOString()}::timestamptz else s.worked_at end,
      invalid = case when r.trouble is null then r.invalid else s.invalid end
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as r(id uuid, trouble text, invalid int) where s.id = r.id`)
