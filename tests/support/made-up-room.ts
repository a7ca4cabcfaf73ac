/** A room that Trellis does not have: visits to groups. Its own files; two lists get a line for it, and there is a migration. */
export const MADE_UP_ROOM: Record<string, string> = {
  "db/schema/visits.ts": `
import { date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { belongs, id, lioId, moment } from "./columns"
import { groups } from "./groups"

export const visits = pgTable(
  "visits",
  {
    lioId: lioId(),
    id: id(),
    groupId: uuid("group_id").notNull(),
    on: date("on_day").notNull(),
    title: text("title").notNull(),
    remindedAt: moment("reminded_at"),
    undoneAt: moment("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    index("visits_group").on(t.lioId, t.groupId),
  ],
)

export const findableVisits = findable({
  table: "visits",
  kind: "visit",
  title: "title",
  folded: "title",
  words: "title",
  audience: "'staff'",
  gone: "undone_at is not null",
  looksAt: ["title", "undone_at"],
})
`,
  "lib/visits/room.ts": `
import { events, room } from "../access/room-type"

declare module "@/lib/email/letters" {
  interface Letters {
    "visit-planned": typeof import("@/emails/visit-planned")
  }
}

/** What the room says of itself. */
export const visitsRoom = room({
  name: "visits",
  timeline: { visits: { label: "Visits", icon: "place" } },
  events: events({ seenBy: "group", timeline: "visits" }, "visit.planned", "visit.cancelled"),
  finds: { visit: { label: "Visits", path: "visits" } },
  undoes: ["visit"],
  streams: { visits: { label: "Visits we plan", why: "You get this because we plan to visit your group." } },
  navigation: [{ path: "visits", label: "Visits", for: "staff", under: "support" }],
  hasJobs: true,
})
`,
  "lib/visits/commands.ts": `
import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { visits } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { mayEdit } from "../access/may"
import { post } from "../email/commands"
import { ensure, found } from "../errors"
import { enqueue } from "../jobs/commands"
import { record } from "../journal/commands"

type Plan = { groupId: string; personId: string; on: string; title: string }

/** Plans a visit to a group and writes to whoever is to be told. */
export async function planVisit(ctx: Ctx, { groupId, personId, on, title }: Plan): Promise<{ id: string }> {
  ensure(mayEdit(ctx.actor), "Only workers and managers can plan visits.")
  const [made] = await ctx.tx
    .insert(visits)
    .values({ lioId: ctx.lio.id, groupId, on, title })
    .returning({ id: visits.id })
  const visit = found(made)
  await record(ctx, {
    what: "visit.planned",
    subject: ["visit", visit.id],
    groupIds: [groupId],
    summary: \`Planned a visit: \${title}\`,
  })
  await post(ctx, { letter: "visit-planned", stream: "visits", to: { personId }, props: { title } })
  await enqueue(ctx, "remind-of-visits", {})
  return visit
}

/** Cancels a visit. */
export async function cancelVisit(ctx: Ctx, { id }: { id: string }): Promise<{ title: string }> {
  ensure(mayEdit(ctx.actor), "Only workers and managers can cancel visits.")
  const [gone] = await ctx.tx
    .update(visits)
    .set({ undoneAt: ctx.now })
    .where(and(eq(visits.id, id), isNull(visits.undoneAt)))
    .returning({ title: visits.title, groupId: visits.groupId })
  const { title, groupId } = found(gone)
  await record(ctx, {
    what: "visit.cancelled",
    subject: ["visit", id],
    groupIds: [groupId],
    summary: \`Cancelled the visit: \${title}\`,
  })
  return { title }
}

/** Marks that staff were reminded of visits. Gives how many. */
export async function remindOfVisits(ctx: Ctx): Promise<number> {
  const rows = await ctx.tx
    .update(visits)
    .set({ remindedAt: ctx.now })
    .where(and(isNull(visits.remindedAt), isNull(visits.undoneAt)))
    .returning({ id: visits.id })
  return rows.length
}
`,
  "lib/visits/jobs.ts": `
import { asSystem } from "../access/doors"
import type { RoomJobs } from "../jobs/job"
import { remindOfVisits } from "./commands"

declare module "@/lib/jobs/job" {
  interface Jobs {
    "remind-of-visits": Nothing
  }
}

/** What is done about visits in the background. */
export const jobs = {
  "remind-of-visits": { every: "0 7 * * *", does: (lio) => asSystem(lio, remindOfVisits) },
} satisfies RoomJobs
`,
  "lib/visits/undo.ts": `
import type { RoomUndo } from "../access/room-type"
import { cancelVisit } from "./commands"

/** How an act of the room is undone. */
export const undo: RoomUndo = {
  visit: async (ctx, id) => {
    const { title } = await cancelVisit(ctx, { id })
    return { path: "visits", text: \`Cancelled \${title}\` }
  },
}
`,
  "emails/visit-planned.tsx": `
import type { LetterFrame } from "./_parts/frame"
import { Layout } from "./_parts/layout"
import { Text } from "./_parts/words"

type Props = LetterFrame & { title: string }

export default function VisitPlanned({ title, ...frame }: Props) {
  return (
    <Layout {...frame} preview={preview({ title, ...frame })}>
      <Text>We plan to visit you: {title}</Text>
    </Layout>
  )
}
export const subject = ({ title }: Props) => \`A visit: \${title}\`
export const preview = ({ title }: Props) => \`We plan to visit you: \${title}\`
`,
  "try.ts": `
import { sql } from "drizzle-orm"
import { migrateDatabase } from "@/db/migrate"
import { closeDatabases } from "@/db/client"
import { asPerson, asSystem } from "@/lib/access/doors"
import { navigationForStaff } from "@/app/[lio]/_parts/nav"
import { sendWaiting } from "@/lib/email/sending"
import { TICKED_STREAMS } from "@/lib/email/preferences/input"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { TIMELINE_PARTS } from "@/lib/groups/timeline/input"
import { schedule, tasksOf } from "@/lib/jobs/tasks"
import { findEverywhere } from "@/lib/search/queries"
import { undoAct } from "@/lib/undo/commands"
import { planVisit } from "@/lib/visits/commands"

const [, , groupId = "", personId = ""] = process.argv
await migrateDatabase(process.env.TRELLIS_OWNER_URL ?? "", process.cwd())
const staff = <T>(work: Parameters<typeof asPerson<T>>[2]) => asPerson("ribble", { email: "worker@ribble.example" }, work)
const member = <T>(work: Parameters<typeof asPerson<T>>[2]) => asPerson("ribble", { email: "lead@ribble.example" }, work)
const { id } = await staff((ctx) => planVisit(ctx, { groupId, personId, on: "2026-12-24", title: "Zeppelin landing" }))
const find = () => staff((ctx) => findEverywhere(ctx, "zeppelin", { most: 5 }))
const timeline = async (who: typeof staff) =>
  (await who((ctx) => listTimeline(ctx, groupId, { kind: "visits" as never }))).rows.map((row) => row.summary)
const found = await find()
const told = { staff: await timeline(staff), member: await timeline(member) }
const rows = (who: typeof staff) =>
  who(async (ctx) => [...(await ctx.tx.execute<{ n: number }>(sql\`select count(*)::int as n from visits\`))][0]?.n)
const seen = { staff: await rows(staff), member: await rows(member) }
const queued = await asSystem("ribble", async (ctx) => ctx.lio.id)
await tasksOf({ waits: false })["remind-of-visits"]?.({ lio: queued }, { job: { attempts: 1 } } as never)
await sendWaiting("ribble")
const [letter] = await asSystem("ribble", async (ctx) => [
  ...(await ctx.tx.execute(sql\`select subject, sent_at is not null as sent from letters where letter = 'visit-planned'\`)),
])
const reminded = await staff(async (ctx) => [...(await ctx.tx.execute(sql\`select reminded_at is not null as yes from visits\`))])
const undone = await staff((ctx) => undoAct(ctx, { what: "visit" as never, id }))
console.log(JSON.stringify({
  found: found.map(({ kind, path, title }) => ({ kind, path: path.split("/")[0], title })),
  told, seen, reminded, letter, undone,
  gone: (await find()).length,
  clock: schedule.split("\\n").some((line) => line.includes("remind-of-visits")),
  navigation: navigationForStaff().some(({ items }) => items.some(({ label }) => label === "Visits")),
  part: TIMELINE_PARTS["visits" as never] ? "Visits" : null,
  stream: TICKED_STREAMS.includes("visits" as never),
}))
await closeDatabases()
`,
}

/** The one line that each list gets. */
export const LINES = [
  {
    file: "lib/rooms.ts",
    edits: [
      ["import { viewsRoom }", 'import { visitsRoom } from "./visits/room"\nimport { viewsRoom }'],
      ["  tasksRoom,\n  enquiriesRoom,", "  tasksRoom,\n  visitsRoom,\n  enquiriesRoom,"],
    ],
  },
  {
    file: "db/schema/index.ts",
    edits: [['export * from "./system"', 'export * from "./system"\nexport * from "./visits"']],
  },
] as const
