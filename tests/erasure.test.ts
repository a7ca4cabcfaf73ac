import { desc, eq, isNotNull } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { command } from "@/bin/commands/erase-person"
import { eventPeople, events, imports, people, savedViews } from "@/db/schema"
import { ERASED, NAME_ERASED } from "@/db/vocabulary"
import { confirmGroup } from "@/lib/annual-check/commands"
import { keepPeopleApart, mergePeople } from "@/lib/duplicates/people/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { changeGroup } from "@/lib/groups/commands"
import { putBack } from "@/lib/groups/history/commands"
import { listHistory } from "@/lib/groups/history/queries"
import { leavePerson } from "@/lib/groups/leaving/commands"
import { getGroup } from "@/lib/groups/queries"
import { endRole, setMainContact, welcomePerson } from "@/lib/groups/roles/commands"
import { welcomeInput } from "@/lib/groups/roles/input"
import { addPerson as askPerson } from "@/lib/groups/roles/invitations/commands"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { undoImport } from "@/lib/imports/undo/commands"
import { eraseFromLog } from "@/lib/journal/commands"
import { addPerson, changePerson } from "@/lib/people/commands"
import { eraseFromHistory } from "@/lib/people/erasing/commands"
import { letPeopleGo } from "@/lib/people/importing/commands"
import { saveView, shareView } from "@/lib/views/commands"
import { bringing } from "./support/bringing"
import { world } from "./support/world"

const w = await world()
const [wizard] = bringing(w).ways
const bare = { phone: null, channel: null, about: null }
const person = (name: string, email: string | null, phone: string | null = null) =>
  w.asWorker((ctx) => addPerson(ctx, { ...bare, name, email, phone }))
/** A lead asks somebody in who is no person of the LIO yet. */
const invite = (name: string, email: string) =>
  w.asLead((ctx) =>
    askPerson(ctx, welcomeInput.parse({ groupId: w.foodbank.id, role: "trustee", name, email })),
  )
const leave = (id: string) => w.asWorker((ctx) => leavePerson(ctx, { id }))
const erase = (id: string) => w.asManager((ctx) => eraseFromHistory(ctx, { id }))
const log = () => w.system((ctx) => ctx.tx.select().from(events).orderBy(events.at, events.id))
const wordsOf = (rows: Awaited<ReturnType<typeof log>>) =>
  JSON.stringify(rows.map(({ summary, actorName, from, to }) => [summary, actorName, from, to]))
const change = (id: string, to: Partial<Awaited<ReturnType<typeof getGroup>>>) =>
  w.asWorker(async (ctx) => changeGroup(ctx, id, { ...to, version: (await getGroup(ctx, id)).version }))

describe("Erasing somebody from the history", () => {
  it("is for managers, within their own LIO, and for people who have left", async () => {
    const { id } = await person("Rita Refused", "rita@x.example")
    await expect(erase(id)).rejects.toThrow(RuleBroken)
    await leave(id)
    const before = await log()
    for (const as of [w.asWorker, w.asViewer, w.asLead, w.asMember])
      await expect(as((ctx) => eraseFromHistory(ctx, { id }))).rejects.toThrow(NotAllowed)
    await expect(w.asPublic((ctx) => eraseFromHistory(ctx, { id }))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => eraseFromHistory(ctx, { id }))).rejects.toThrow(NotFound)
    for (const as of [w.asWorker, w.asViewer, w.asLead, w.asPublic])
      await expect(as((ctx) => eraseFromLog(ctx, id))).rejects.toMatchObject({
        cause: { message: "Only a manager erases somebody's details." },
      })
    expect(await log()).toEqual(before)
  })

  it("takes every name, address and number they ever had, and leaves the entries", async () => {
    const { personId: id } = await w.asWorker((ctx) =>
      welcomePerson(
        ctx,
        welcomeInput.parse({
          groupId: w.choir.id,
          role: "chair",
          name: "Zelda Quist",
          email: "zelda@old.example",
          phone: "01254 111222",
        }),
      ),
    )
    await w.asWorker((ctx) =>
      changePerson(ctx, {
        id,
        name: "Zelda Quist-Moor",
        email: "zelda@new.example",
        phone: null,
        channel: "email",
        about: "Allergic to cats",
      }),
    )
    await w.asWorker((ctx) => setMainContact(ctx, { groupId: w.choir.id, personId: id }))
    await change(w.choir.id, { email: "zelda@old.example" })
    await change(w.choir.id, { email: "choir@x.example" })
    await leave(id)
    const before = await log()
    expect(wordsOf(before)).toContain("Zelda")
    const { entries } = await erase(id)
    const after = await log()
    expect(wordsOf(after)).not.toMatch(/zelda|quist|01254 111222|cats/i)
    expect(wordsOf(after)).toContain("choir@x.example")
    // Each entry stands where and as it stood, and one says what was done.
    const fixed = (rows: typeof before) =>
      rows.map(({ summary, actorName, from, to, erasedAt, ...row }) => row)
    expect(fixed(after.slice(0, -1))).toEqual(fixed(before))
    expect(after.filter(({ erasedAt }) => erasedAt)).toHaveLength(entries)
    expect(after.at(-1)).toMatchObject({
      what: "person.erased",
      subjectId: id,
      actorName: "Maureen Pye",
      to: { entries },
    })
    // What is not theirs stayed word for word.
    const untouched = after.filter(({ erasedAt, what }) => !erasedAt && what !== "person.erased")
    expect(untouched).toEqual(before.filter(({ id }) => untouched.some((one) => one.id === id)))
    expect((await erase(id)).entries).toBe(0)
  })

  it("says so on the group’s history and timeline, and puts nothing back that was erased", async () => {
    const history = await w.asWorker((ctx) => listHistory(ctx, w.choir.id, {}))
    const erased = history.rows.filter(({ erasedAt }) => erasedAt)
    expect(erased.map(({ summary }) => summary)).toContain(`Made ${ERASED} the main contact`)
    const email = erased.find(({ changes }) =>
      changes.some(({ name, from }) => name === "email" && from === ERASED),
    )
    expect(email?.changes).toMatchObject([{ name: "email", to: "choir@x.example", back: false }])
    const story = await w.asWorker((ctx) => listTimeline(ctx, w.choir.id, {}))
    expect(story.rows.some(({ erasedAt }) => erasedAt)).toBe(true)
    const group = await w.asWorker((ctx) => getGroup(ctx, w.choir.id))
    const back = { id: group.id, eventId: email?.id ?? "", field: "email", version: group.version }
    await expect(w.asWorker((ctx) => putBack(ctx, back))).rejects.toThrow(NotFound)
  })

  it("takes one of two people out of an entry about both, and a name of which another’s is a part", async () => {
    const one = await person("Ann Low", "ann@two.example")
    const other = await person("Ann Lowe", "lowe@two.example")
    await w.asWorker((ctx) => keepPeopleApart(ctx, { oneId: one.id, otherId: other.id }))
    await leave(one.id)
    await erase(one.id)
    const [apart] = (await log()).filter(({ what }) => what === "person.apart")
    expect(apart?.summary).toMatch(
      /^Said that two people called (\[erased\] and Ann Lowe|Ann Lowe and \[erased\]) are two$/,
    )
  })

  it("follows entries that were merged, from either of them", async () => {
    const kept = await person("Kit Keeps", "kit@one.example")
    const gone = await person("Christopher Keeps", "kit@two.example", "07700 900900")
    await w.asWorker((ctx) => mergePeople(ctx, { keptId: kept.id, goneId: gone.id }))
    await leave(kept.id)
    expect(await erase(gone.id)).toMatchObject({ id: kept.id })
    expect(wordsOf(await log())).not.toMatch(/Keeps|kit@|900900/)
  })

  it("takes the name of whoever acted, and where they are named as having said so", async () => {
    const { id } = w.outsider
    await w.asOutsider((ctx) => confirmGroup(ctx, { id: w.loner.id }))
    await leave(id)
    await erase(id)
    const rows = await log()
    expect(wordsOf(rows)).not.toContain("Olga")
    const [value] = rows.filter(({ what }) => what === "group.confirmed")
    expect(value).toMatchObject({
      actorName: NAME_ERASED,
      summary: `${ERASED} said that all details are right`,
      to: { confirmedBy: ERASED },
    })
  })

  it("finds what was written before somebody was a person, by their address", async () => {
    await invite("Iggy Invited", "iggy@x.example")
    const { id } = await person("Ignatius Invited", "iggy@x.example")
    await leave(id)
    await erase(id)
    expect(wordsOf(await log())).not.toMatch(/Iggy|Ignatius|iggy@/)
    const keys = await w.system((ctx) =>
      ctx.tx.select().from(eventPeople).where(isNotNull(eventPeople.email)),
    )
    expect(keys.filter(({ email }) => email === "iggy@x.example")).toEqual([])
  })

  it("leaves an address alone that is somebody else’s by now", async () => {
    const first = await person("Nora First", "office@x.example")
    await w.asWorker((ctx) => changePerson(ctx, { ...bare, id: first.id, name: "Nora First", email: null }))
    await invite("Ned Next", "office@x.example")
    await person("Ned Next", "office@x.example")
    await leave(first.id)
    await erase(first.id)
    const [invited] = await w.system((ctx) =>
      ctx.tx.select().from(events).where(eq(events.what, "role.invited")).orderBy(desc(events.at)).limit(1),
    )
    expect(invited).toMatchObject({ to: { name: "Ned Next", email: "office@x.example" } })
  })

  it("is done on the command line, too", async () => {
    const { id } = await person("Cora Command", "cora@x.example")
    await leave(id)
    const run = (options: Record<string, string>) => command.run({ options, flags: new Set(), rest: [] })
    await expect(run({ lio: "other", person: id })).rejects.toThrow("There is no such person")
    await expect(run({ lio: "ribble", person: "cora" })).rejects.toThrow("--person is not a valid ID")
    expect(command.tell?.(await run({ lio: "ribble", person: id }))).toContain(
      "Erased their details from 2 history entries.",
    )
    expect((await log()).at(-1)).toMatchObject({
      what: "person.erased",
      actorName: "Command line",
      via: "command",
    })
  })

  it("is the only way in which the app changes the log", async () => {
    for (const statement of [
      "update events set summary = ''",
      "delete from events",
      "update event_people set email = 'x'",
      "delete from event_people",
    ])
      await expect(
        w.operator.begin(async (tx) => {
          await tx`set local role trellis_app`
          await tx.unsafe(statement)
        }),
      ).rejects.toThrow("permission denied")
  })

  it("keeps an import from being taken back into what was erased", async () => {
    const chess = await w.asWorker((ctx) => getGroup(ctx, w.loner.id))
    await change(chess.id, { email: "ivy@x.example", phone: "01254 111333" })
    const { personId, id: roleId } = await w.asWorker((ctx) =>
      welcomePerson(
        ctx,
        welcomeInput.parse({ groupId: chess.id, role: "chair", name: "Ivy Inbox", email: "ivy@x.example" }),
      ),
    )
    await w.asWorker((ctx) => endRole(ctx, { roleId, groupId: chess.id, endedOn: ctx.today }))
    await wizard?.bring("c.csv", `Name,Email,Phone\n${chess.name},chess@x.example,01254 222333`, "merge")
    const [{ id } = { id: "" }] = await w.system((ctx) => ctx.tx.select().from(imports))
    await leave(personId)
    await erase(personId)
    expect(wordsOf(await log())).not.toContain("ivy@x.example")
    expect(await w.asWorker((ctx) => undoImport(ctx, { id }))).toMatchObject({ restored: 1 })
    expect(await w.asWorker((ctx) => getGroup(ctx, chess.id))).toMatchObject({
      email: "chess@x.example",
      phone: "01254 111333",
    })
  })
})

describe("A person who is deleted", () => {
  it("leaves the views they shared to the team, and takes the others along", async () => {
    const { id } = await person("Vera Views", "vera@x.example")
    const view = (name: string) =>
      w.asWorker((ctx) => saveView(ctx, { list: "groups", name, query: "q=x", shared: false }))
    const [shared, own] = [await view("Shared"), await view("Own")]
    await w.asWorker((ctx) => shareView(ctx, { id: shared.id }))
    await w.system(async (ctx) => {
      await ctx.tx.update(savedViews).set({ personId: id })
      await letPeopleGo(ctx, [id])
    })
    const left = await w.system((ctx) => ctx.tx.select().from(savedViews))
    expect(left).toMatchObject([{ id: shared.id, personId: null }])
    expect(left.some((one) => one.id === own.id)).toBe(false)
    expect(await w.system((ctx) => ctx.tx.select().from(people).where(eq(people.id, id)))).toEqual([])
  })
})
