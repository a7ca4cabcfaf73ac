import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups } from "@/db/schema"
import { asPerson } from "@/lib/access/doors"
import { post } from "@/lib/email/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { loadExamples, removeExamples } from "@/lib/examples/commands"
import { getExamples, previewRemoval } from "@/lib/examples/queries"
import { addFiles } from "@/lib/files/commands"
import { readUpload } from "@/lib/files/reading/content"
import { addGroup } from "@/lib/groups/commands"
import { welcomePerson } from "@/lib/groups/roles/commands"
import { welcomeInput } from "@/lib/groups/roles/input"
import { getChecklist } from "@/lib/home/staff/queries"
import { addNote } from "@/lib/notes/commands"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { emptyLios, groupNamed } from "./support/example-lio"
import { world } from "./support/world"

const w = await world()
const { emptyLio, countRows } = emptyLios(w)
const TALK = [
  "networks",
  "network_groups",
  "topics",
  "posts",
  "consultations",
  "questions",
  "invitations",
  "responses",
]

describe("Example data", () => {
  it("comes in with one act, and goes without leaving anything", async () => {
    const as = await emptyLio("empty")
    const [before, elsewhere] = [await countRows("empty"), await countRows("ribble")]
    expect(await as(loadExamples)).toEqual({ groups: 18 })
    const during = await countRows("empty")
    for (const table of [
      "groups",
      "people",
      "roles",
      "areas",
      "terms",
      "sessions",
      "tasks",
      "needs",
      ...TALK,
    ])
      expect(during[table], table).toBeGreaterThan(before[table] ?? 0)
    expect(await as(getChecklist)).toMatchObject({ groups: false, session: false, asked: false })
    expect((await as(getExamples, "worker")).mayRemove).toBe(false)
    const { goes, stays } = await as(previewRemoval)
    expect([stays, goes.networks, goes.consultations, goes.topics, goes.responses]).toEqual([[], 1, 1, 1, 6])
    expect(await as(removeExamples)).toEqual({ gone: 18, stay: 0 })
    expect(await countRows("empty")).toEqual(before)
    expect(await countRows("ribble")).toEqual(elsewhere)
    expect(await as(loadExamples)).toEqual({ groups: 18 })
  })

  it("is a manager’s to load and remove, once, in an LIO without groups", async () => {
    const as = await emptyLio("guarded")
    for (const who of ["worker", "viewer"]) {
      await expect(as(loadExamples, who)).rejects.toThrow(NotAllowed)
      await expect(as(removeExamples, who)).rejects.toThrow(NotAllowed)
      await expect(as(previewRemoval, who)).rejects.toThrow(NotAllowed)
    }
    await expect(w.asLead(loadExamples)).rejects.toThrow(NotAllowed)
    await expect(w.asManager(loadExamples)).rejects.toThrow("groups of your own")
    await expect(w.asManager(removeExamples)).rejects.toThrow(RuleBroken)
    const both = await Promise.allSettled([as(loadExamples), as(loadExamples)])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await expect(as(loadExamples)).rejects.toThrow("here already")
    await as(removeExamples)
    await expect(as(removeExamples)).rejects.toThrow("gone already")
    await expect(as((ctx) => ctx.tx.execute(sql`select remove_examples()`), "worker")).rejects.toThrow()
  })

  it("leaves what the LIO has added, and the examples on which that hangs", async () => {
    const as = await emptyLio("busy")
    await as(loadExamples)
    const own = await as(async (ctx) => {
      const bank = await groupNamed(ctx, "Hob’s Mill Food Bank")
      const scouts = await groupNamed(ctx, "1st Skelby Scouts")
      const players = await groupNamed(ctx, "Mill Street Players")
      await addNote(ctx, { groupId: bank, on: null, text: "Rang them." })
      await welcomePerson(
        ctx,
        welcomeInput.parse({
          groupId: scouts,
          name: "Real Person",
          email: "real@busy.example",
          role: "chair",
        }),
      )
      const real = await addGroup(ctx, { name: "A real group", stage: "member" })
      await recordSession(
        ctx,
        recordSessionInput.parse({
          ...{ groupIds: [real.id, players], kind: "phone", minutes: "15", note: "About insurance" },
        }),
      )
      return real.id
    })
    const stays = ["1st Skelby Scouts", "Hob’s Mill Food Bank", "Mill Street Players"]
    const preview = await as(previewRemoval)
    expect(preview.stays.map(({ name }) => name)).toEqual(stays)
    expect(preview.goes.groups).toBe(15)
    expect(await as(removeExamples)).toEqual({ gone: 15, stay: 3 })
    const left = await as((ctx) =>
      ctx.tx.select({ id: groups.id, name: groups.name }).from(groups).orderBy(groups.name),
    )
    expect(left.map(({ name }) => name)).toEqual(["1st Skelby Scouts", "A real group", ...stays.slice(1)])
    expect(left.map(({ id }) => id)).toContain(own)
    const counts = await countRows("busy")
    expect([counts.sessions, counts.notes, counts.needs, counts.examples]).toEqual([1, 1, 0, 0])
    expect((await as(getExamples)).mayRemove).toBe(false)
  })

  it("keeps a session with its group when a file was put on it", async () => {
    const as = await emptyLio("filed")
    await as(loadExamples)
    const session = await as(async (ctx) => {
      const [one] = await ctx.tx.execute<{ id: string; group: string }>(sql`
        select session_id as id, min(group_id::text) as "group" from session_groups group by session_id having count(*) = 1 limit 1`)
      const uploads = [await readUpload({ name: "Agenda.txt", bytes: Buffer.from("1. Buses") })]
      await addFiles(ctx, {
        ...{ onKind: "session", onId: one?.id ?? "", kind: "other", runsUntil: null, uploads },
      })
      return one
    })
    expect((await as(previewRemoval)).stays.map(({ id }) => id)).toEqual([session?.group])
    expect(await as(removeExamples)).toEqual({ gone: 17, stay: 1 })
    const counts = await countRows("filed")
    expect([counts.sessions, counts.session_groups, counts.groups, counts.files]).toEqual([1, 1, 1, 1])
  })

  it("writes to nobody, opens no door and stands in no directory", async () => {
    const as = await emptyLio("silent")
    await as(loadExamples)
    const people = await as((ctx) =>
      ctx.tx.execute<{ id: string; email: string }>(sql`
        select p.id, p.email from people p join examples x on x.row_id = p.id where p.email is not null`),
    )
    expect(people.length).toBeGreaterThan(20)
    for (const { id, email } of people) {
      expect(email).toMatch(/\.example$/)
      await expect(asPerson("silent", { email }, async () => "in")).rejects.toThrow(NotFound)
      await as((ctx) =>
        post(ctx, {
          letter: "staff-invitation",
          stream: "service",
          to: { personId: id },
          props: { level: "viewer", url: "https://trellis.example" },
        }),
      )
    }
    const letters = await as((ctx) =>
      ctx.tx.execute<{ skipped: string | null }>(sql`select distinct skipped from letters`),
    )
    expect([...letters]).toEqual([{ skipped: "suppressed" }])
    const [row] = await as((ctx) =>
      ctx.tx.execute<{ n: number }>(sql`
        select count(*)::int as n from groups g where g.directory_consent
          or (g.email is not null and not exists (select from suppressions s where s.email = g.email))`),
    )
    expect(row?.n).toBe(0)
  })
})
