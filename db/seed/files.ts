import { eq } from "drizzle-orm"
import { representations } from "@/db/schema"
import type { FILE_KINDS } from "@/db/vocabulary"
import { asPerson, asSystem } from "@/lib/access/doors"
import { found } from "@/lib/errors"
import { addFiles } from "@/lib/files/commands"
import { readUpload } from "@/lib/files/reading/content"
import { addNote } from "@/lib/notes/commands"
import type { Place } from "./base"
import { pdfOf } from "./story/pdf"
import { CAST } from "./story/people"

const DAY = 86_400_000
const dayFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)

/** A file on a group, or on a representation by its title. */
type Told = ({ group: string } | { paper: string }) & {
  name: string
  kind: keyof typeof FILE_KINDS
  title: string
  lines: string[]
  /** Days from now. */
  runs?: number
  by: "worker" | "lead"
  audience?: "staff" | "members"
}

const FILES: Told[] = [
  {
    group: "Hob’s Mill Food Bank",
    name: "Constitution, adopted 2014.pdf",
    kind: "constitution",
    title: "Constitution of Hob’s Mill Food Bank",
    lines: ["1. Name", "2. Aims: to relieve hunger in Hob’s Mill and around", "3. Trustees: at least five"],
    by: "worker",
  },
  {
    group: "Hob’s Mill Food Bank",
    name: "Public liability insurance.pdf",
    kind: "insurance",
    title: "Certificate of insurance",
    lines: ["Insured: Hob’s Mill Food Bank", "Public liability: up to £5 million"],
    runs: 24,
    by: "lead",
  },
  {
    group: "Aldervale Good Neighbours",
    name: "Employers’ and public liability.pdf",
    kind: "insurance",
    title: "Certificate of insurance",
    lines: [
      "Insured: Aldervale Good Neighbours",
      "Employers’ liability: £10 million",
      "Public liability: £5 million",
    ],
    runs: 210,
    by: "worker",
  },
  {
    group: "Aldervale Good Neighbours",
    name: "Safeguarding adults.pdf",
    kind: "safeguarding",
    title: "How we keep people safe",
    lines: ["Who to tell", "What to write down", "Looked at again every year"],
    runs: 150,
    by: "worker",
  },
  {
    group: "Hob’s Mill Food Bank",
    name: "Letter from the landlord.pdf",
    kind: "letter",
    title: "The lease of the mill shop",
    lines: ["We mean to end the lease at the end of next year."],
    by: "worker",
    audience: "staff",
  },
  {
    group: "1st Skelby Scouts",
    name: "Safeguarding policy.pdf",
    kind: "safeguarding",
    title: "Safeguarding policy",
    lines: ["Reviewed each year by the group’s trustees."],
    runs: -12,
    by: "worker",
  },
  {
    paper: "Keeping the doors open: what Aldervale’s groups ask for this winter",
    name: "The council’s reply.pdf",
    kind: "letter",
    title: "Keeping the doors open: our reply",
    lines: [
      "The hardship line will open at weekends from 1 November.",
      "A fund of £18,000 is agreed for eight warm spaces.",
      "There is no capital for insulating halls in the present budget.",
    ],
    by: "worker",
    audience: "members",
  },
]

/** What a file is on. Throws when the demo has no such group or paper. */
async function thingOf(lio: string, place: Place, told: Told) {
  if ("group" in told) return { onKind: "group", onId: place.groups.get(told.group)?.id ?? "" }
  const [paper] = await asSystem(lio, (ctx) =>
    ctx.tx
      .select({ id: representations.id })
      .from(representations)
      .where(eq(representations.title, told.paper)),
  )
  return { onKind: "representation", onId: found(paper).id }
}

const NOTES: [group: string, daysAgo: number, text: string][] = [
  [
    "Hob’s Mill Food Bank",
    40,
    "The landlord may end their lease. Noor has asked us not to mention it at the forum yet.",
  ],
  ["Hob’s Mill Food Bank", 6, "Ring after 2pm: mornings are the busy time."],
  [
    "1st Skelby Scouts",
    20,
    "Their treasurer would like somebody to look over the accounts with her in January.",
  ],
]

/** Files on groups, one that runs out soon and one that has, and what staff noted. */
export async function makeFiles(lio: string, place: Place, now: Date) {
  for (const told of FILES) {
    const { name, kind, title, lines, runs, by, audience } = told
    const uploads = [await readUpload({ name, bytes: pdfOf(title, lines) })]
    const on = await thingOf(lio, place, told)
    await asPerson(
      lio,
      { email: CAST[by].email },
      (ctx) =>
        addFiles(ctx, {
          ...on,
          ...{ kind, uploads },
          runsUntil: runs === undefined ? null : dayFrom(now, runs),
          ...(audience && { audience }),
        }),
      { now: new Date(now.getTime() - ("paper" in told ? 20 : 50) * DAY) },
    )
  }
  for (const [group, daysAgo, text] of NOTES) {
    const at = new Date(now.getTime() - daysAgo * DAY)
    await asPerson(
      lio,
      { email: CAST.worker.email },
      (ctx) => addNote(ctx, { groupId: place.groups.get(group)?.id ?? "", on: null, text }),
      { now: at },
    )
  }
}
