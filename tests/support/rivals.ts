import { sql } from "drizzle-orm"
import { beforeAll } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { addFiles } from "@/lib/files/commands"
import { readFile } from "@/lib/files/queries"
import { readUpload } from "@/lib/files/reading/content"
import { submitConsortiumBid } from "@/lib/opportunities/consortia/bid/commands"
import { getConsortiumBid } from "@/lib/opportunities/consortia/bid/queries"
import { acceptInvitation, askGroup, formConsortium } from "@/lib/opportunities/consortia/commands"
import { enterRoom, nameSomebody } from "@/lib/opportunities/consortia/people/commands"
import { listInRoom } from "@/lib/opportunities/consortia/people/queries"
import { openRoom } from "@/lib/opportunities/consortia/queries"
import { agreeTerms, proposeTerms } from "@/lib/opportunities/consortia/terms/commands"
import { listTerms } from "@/lib/opportunities/consortia/terms/queries"
import { addConsortiumTask, noteDecision, sayInRoom } from "@/lib/opportunities/consortia/work/commands"
import { getWork } from "@/lib/opportunities/consortia/work/queries"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { expressInterest } from "@/lib/opportunities/interest/commands"
import { expressInput } from "@/lib/opportunities/interest/input"
import { findEverywhere } from "@/lib/search/queries"
import { undoAct } from "@/lib/undo/commands"
import { noticesOf, processOf } from "./notices"
import { world } from "./world"

/** Two consortia for one opportunity, of three groups with five people each, and somebody in both; what each can see of the other. */
export async function rivals() {
  const w = await world()
  type Group = { id: string; name: string; people: { id: string; email: string }[] }
  /** What is written in each room and nowhere else. */
  const WORDS = ["plover", "kestrel"] as const
  const sides: { groups: Group[]; id: string; file: string }[] = []
  const both = { id: "", email: "both@ribble.example" }
  let open = ""
  const as = <T>(email: string, work: (ctx: Ctx) => Promise<T>) => w.as(email, work)
  const boss = (group?: Group) => group?.people[0]?.email ?? ""
  const side = (n: number) => {
    const it = sides[n]
    if (!it) throw new Error("There is no such side.")
    return it
  }

  async function groupOf(n: number, g: number): Promise<Group> {
    return w.system(async (ctx) => {
      const name = `Group ${n}${g}`
      const { id } = await make.group(ctx, { name, stage: "member" })
      const people: Group["people"] = []
      for (let p = 0; p < 5; p++) {
        const email = `p${n}${g}${p}@ribble.example`
        const speaks = p === 0 ? "lead" : "member"
        people.push({
          email,
          ...(await make.speaker(ctx, { name: `P${n}${g}${p}`, email, groups: [{ id, name }], speaks })),
        })
      }
      return { id, name, people }
    })
  }

  async function build(n: number) {
    const groups = [await groupOf(n, 0), await groupOf(n, 1), await groupOf(n, 2)]
    const [first, ...others] = groups
    const lead = boss(first)
    for (const group of groups)
      await as(boss(group), (ctx) =>
        expressInterest(
          ctx,
          expressInput.parse({
            opportunityId: open,
            groupId: group.id,
            how: "either",
            offer: "We can.",
            seenBy: "interested",
          }),
        ),
      )
    const { id } = await as(lead, (ctx) =>
      formConsortium(ctx, { opportunityId: open, groupId: first?.id ?? "" }),
    )
    for (const group of others) {
      await as(lead, (ctx) => askGroup(ctx, { id, groupId: group.id }))
      await as(boss(group), (ctx) =>
        acceptInvitation(ctx, { id, groupId: group.id, personId: group.people[0]?.id ?? "" }),
      )
    }
    for (const group of groups)
      for (const person of group.people.slice(1)) {
        await as(boss(group), (ctx) => nameSomebody(ctx, { id, groupId: group.id, personId: person.id }))
        await as(person.email, (ctx) => enterRoom(ctx, { id }))
      }
    const word = WORDS[n] ?? ""
    await as(lead, (ctx) => proposeTerms(ctx, { id, words: `Terms: ${word}`, after: 0 }))
    await as(lead, (ctx) => agreeTerms(ctx, { id, groupId: first?.id ?? "", version: 1 }))
    await as(lead, (ctx) => noteDecision(ctx, { id, words: `We ask for ${word}.`, on: null }))
    await as(lead, (ctx) =>
      addConsortiumTask(ctx, {
        id,
        what: `Count ${word}`,
        personId: first?.people[1]?.id ?? "",
        dueOn: "2050-01-01",
      }),
    )
    await as(lead, (ctx) => sayInRoom(ctx, { id, answersId: null, words: `Why ${word}?` }))
    await as(lead, (ctx) => submitConsortiumBid(ctx, { id, on: null, wentTo: `Office ${word}`, asked: 100 }))
    const uploads = [
      await readUpload({ name: `${word}.txt`, bytes: Buffer.from(`All about ${word}.`) }),
      await readUpload({ name: "tender.txt", bytes: Buffer.from("What the buyer sent to everybody.") }),
    ]
    await as(lead, (ctx) =>
      addFiles(ctx, { onKind: "consortium", onId: id, kind: "other", runsUntil: null, uploads }),
    )
    const [file] = await w.system((ctx) =>
      ctx.tx.execute<{ id: string }>(
        sql`select id from files where on_id = ${id} and name like ${`${word}%`}`,
      ),
    )
    sides.push({ groups, id, file: file?.id ?? "" })
  }

  beforeAll(async () => {
    await w.system((ctx) =>
      readOpportunities(
        ctx,
        noticesOf(
          processOf("visits", {
            title: "Friendly visits",
            tenderPeriod: { endDate: "2050-06-10T12:00:00+01:00" },
          }),
        ),
      ),
    )
    const [row] = await w.system((ctx) => ctx.tx.execute<{ id: string }>(sql`select id from opportunities`))
    open = row?.id ?? ""
    await build(0)
    await build(1)
    const [one, two] = [side(0).groups[0], side(1).groups[0]]
    Object.assign(
      both,
      await w.system((ctx) =>
        make.speaker(ctx, {
          ...{ name: "Bea Both", email: both.email, speaks: "member" },
          groups: [one, two].flatMap((group) => group ?? []),
        }),
      ),
    )
  }, 120_000)

  /** Every table that the app's role reads under a wall. */
  const tables = await w.operator<{ name: string }[]>`
  select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity and has_table_privilege('trellis_app', c.oid, 'select') order by 1`

  /** In how many tables somebody reads a thing of a room by plain SQL, behind their door. */
  const inSql = (ctx: Ctx, n: number) =>
    ctx.tx.execute<{ name: string }>(
      sql.join(
        tables.map(
          ({ name }) => sql`(select ${name}::text as name from ${sql.identifier(name)} t
          where t::text ilike ${`%${WORDS[n]}%`} or t::text like ${`%consortium:${side(n).id}%`} limit 1)`,
        ),
        sql` union all `,
      ),
    )

  const count = { tries: 0 }
  /** What somebody gets to see of a room by any way there is. */
  async function seenBy(who: (work: (ctx: Ctx) => Promise<unknown>) => Promise<unknown>, n: number) {
    const { id, file } = side(n)
    const ways: Record<string, (ctx: Ctx) => Promise<unknown>> = {
      room: (ctx) => openRoom(ctx, id),
      work: (ctx) => getWork(ctx, id),
      people: (ctx) => listInRoom(ctx, id),
      terms: (ctx) => listTerms(ctx, id),
      bid: (ctx) => getConsortiumBid(ctx, id),
      file: (ctx) => readFile(ctx, file),
      undo: (ctx) => undoAct(ctx, { what: "file", id: file }),
    }
    const seen: string[] = []
    for (const [way, look] of Object.entries(ways)) {
      count.tries++
      await who(look).then(
        () => seen.push(way),
        () => null,
      )
    }
    await who(async (ctx) => {
      count.tries += tables.length + 1
      seen.push(...(await inSql(ctx, n)).map(({ name }) => name))
      const found = await findEverywhere(ctx, WORDS[n] ?? "", { most: 10 }).catch(() => null)
      if (JSON.stringify(found ?? "").includes(WORDS[n] ?? "")) seen.push("search")
    }).catch(() => null)
    return seen
  }
  const everybody = (n: number) => side(n).groups.flatMap(({ people }) => people)
  const person = (email: string) => (work: (ctx: Ctx) => Promise<unknown>) => as(email, work)

  return { w, side, both, boss, as, everybody, person, seenBy, count }
}
