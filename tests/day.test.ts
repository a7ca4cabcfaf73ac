import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups, proposals, representations } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { countProposals } from "@/lib/groups/proposals/queries"
import { getHome, type StaffHome } from "@/lib/home/queries"
import { readList } from "@/lib/lists/input"
import { beginMembership } from "@/lib/memberships/commands"
import { countRequests } from "@/lib/memberships/requests/queries"
import { addType } from "@/lib/memberships/types/commands"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { sessionList } from "@/lib/sessions/list/filters"
import { listSessions } from "@/lib/sessions/list/queries"
import { addTask, leaveForStaff } from "@/lib/tasks/commands"
import { countTasks } from "@/lib/tasks/queries"
import { asking } from "./support/asking"
import { typeOf } from "./support/membership"
import { world } from "./support/world"

const w = await world()
const NOW = new Date("2026-06-15T09:00:00Z")
const asked = asking(w, NOW)
const at = <T>(email: string, work: (ctx: Ctx) => Promise<T>) =>
  asPerson("ribble", { email }, work, { now: NOW })
const staffHome = (email = "worker@ribble.example") => at(email, getHome) as Promise<StaffHome>

describe("The home page of staff", () => {
  it("of a new LIO is a list of what to do first", async () => {
    const home = await asPerson("other", { email: "manager@other.example" }, getHome)
    expect(home).toMatchObject({
      kind: "staff",
      checklist: { groups: true, session: false, team: false, asked: false },
      tasks: [],
    })
  })

  it("shows the month by the five functions, each session once", async () => {
    const record = (more: Record<string, string | string[]>) =>
      at("worker@ribble.example", (ctx) =>
        recordSession(
          ctx,
          recordSessionInput.parse({ kind: "meeting", note: "Met", minutes: "60", ...more }),
        ),
      )
    await record({ groupIds: [w.foodbank.id, w.choir.id] })
    await record({ groupIds: [w.foodbank.id], on: "2026-05-31" })
    const { month } = await staffHome()
    expect(month.from).toBe("2026-06-01")
    expect(month.functions.find((one) => one.name === "liaison")).toMatchObject({ sessions: 1, minutes: 60 })
    expect(month.functions).toHaveLength(5)
  })

  it("says how far open consultations have come, and how many members nobody spoke to", async () => {
    await asked("Bus times", { answeredBy: w.choir.id })
    await w.system((ctx) =>
      ctx.tx.update(groups).set({ lastContactOn: "2025-12-15" }).where(eq(groups.id, w.loner.id)),
    )
    const { quiet, consultations, calendar } = await staffHome()
    expect(quiet).toEqual({ quiet: 1, members: 3 })
    expect(consultations).toMatchObject([{ title: "Bus times", asked: 2, answered: 1 }])
    expect(calendar).toContainEqual(
      expect.objectContaining({ kind: "closes", title: "Bus times", on: "2026-06-20" }),
    )
  })

  it("has what is late first in the calendar, then what is due today and tomorrow", async () => {
    await w.system((ctx) =>
      ctx.tx.insert(representations).values({
        lioId: ctx.lio.id,
        title: "On buses",
        bodyId: w.council.id,
        sentOn: "2026-04-01",
        replyDueOn: "2026-05-27",
      }),
    )
    const add = (what: string, dueOn: string) =>
      at("worker@ribble.example", (ctx) =>
        addTask(ctx, { what, dueOn, groupId: null, assigneeId: w.worker.id }),
      )
    await add("Today one", "2026-06-15")
    await add("Today two", "2026-06-15")
    await add("Tomorrow", "2026-06-16")
    await add("In a week", "2026-06-22")
    const type = await w.asManager((ctx) => addType(ctx, typeOf({ fee: "20" })))
    await at("worker@ribble.example", (ctx) =>
      beginMembership(ctx, { groupId: w.choir.id, typeId: type.id, startsOn: "2025-06-17" }),
    )
    expect((await staffHome()).calendar).toMatchObject([
      { kind: "reply", title: "On buses", on: "2026-05-27", body: "Ribble Borough Council" },
      { kind: "tasks", on: "2026-06-15", tasks: 2 },
      { kind: "membership", id: w.choir.id, on: "2026-06-16" },
      { kind: "tasks", on: "2026-06-16", tasks: 1 },
      { kind: "closes" },
    ])
  })

  it("has what waits for an answer, counted as its own lists count it", async () => {
    const lioId = w.ribble.id
    await w.system(async (ctx) => {
      await leaveForStaff(ctx, [{ what: "Look at a post that somebody reported (/networks/a/topics/b)" }])
      await ctx.tx.insert(proposals).values({
        ...{ lioId, groupId: w.foodbank.id, personId: w.lead.id, askedAt: NOW },
        changes: { about: [null, "We share food"] },
      })
    })
    const { answers } = await staffHome()
    expect(answers.proposals).toMatchObject([{ group: "Clitheroe Food Bank" }])
    expect(answers.unpaid).toMatchObject([{ groupId: w.choir.id, owed: [{ feePence: 2000 }] }])
    expect(answers.counts).toEqual({ enquiries: 0, proposals: 1, requests: 0, unpaid: 1 })
    const later = asPerson("ribble", { email: "worker@ribble.example" }, getHome) as Promise<StaffHome>
    expect((await later).answers.forAnyone).toMatchObject([{ assignee: null }])
    const other = await asPerson("other", { email: "manager@other.example" }, getHome)
    expect(other).toMatchObject({ answers: { proposals: [], requests: [], unpaid: [], forAnyone: [] } })
  })

  it("asks for what the navigation counts as well only once", async () => {
    const counted = await at("worker@ribble.example", async (ctx) => {
      const [first, second] = [countTasks(ctx), countTasks(ctx)]
      expect(first).toBe(second)
      expect(countProposals(ctx)).toBe(countProposals(ctx))
      expect(countRequests(ctx)).toBe(countRequests(ctx))
      return first
    })
    expect(counted.mine).toBeGreaterThan(0)
  })

  it("counts the month’s sessions as their list does", async () => {
    const { month } = await staffHome()
    const listed = await at("worker@ribble.example", (ctx) =>
      listSessions(ctx, readList(sessionList, { whose: "team", from: month.from })),
    )
    expect(month.functions.reduce((all, { sessions }) => all + sessions, 0)).toBe(listed.total)
  })

  it("is open to a trustee, who is offered no buttons", async () => {
    expect(await staffHome("viewer@ribble.example")).toMatchObject({
      kind: "staff",
      records: false,
      keeps: false,
    })
  })
})
