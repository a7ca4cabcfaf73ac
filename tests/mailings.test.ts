import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound } from "@/lib/errors"
import { addGroup } from "@/lib/groups/commands"
import {
  discardMailing,
  draftMailing,
  rewriteMailing,
  sendMailing,
  takeBackMailing,
  tryMailing,
} from "@/lib/mailings/commands"
import { draftInput } from "@/lib/mailings/input"
import { getMailing, listMailings, listReaders } from "@/lib/mailings/queries"
import { undoAct } from "@/lib/undo/commands"
import { world } from "./support/world"

const w = await world()
type As = typeof w.asWorker

const silent = await w.asWorker((ctx) => addGroup(ctx, { name: "Nobody’s Allotments" }))
const written = (groupIds: string[], as: As = w.asWorker) =>
  as((ctx) =>
    draftMailing(ctx, draftInput.parse({ subject: "The hall", words: "It is free.\n\nCome.", groupIds })),
  )
const letters = () =>
  w.system(async (ctx) => [
    ...(await ctx.tx.execute<{ to: string; stream: string; skipped: string | null; groups: string[] }>(
      sql`select to_email as "to", stream, skipped, coalesce(props -> 'groups', '[]') as groups from letters where letter = 'mailing' order by to_email, stream`,
    )),
  ])

describe("An email to groups", () => {
  it("is written, seen, sent once to whoever speaks for them, and taken back within its minute", async () => {
    const { id } = await written([w.foodbank.id, w.choir.id, silent.id])
    expect(await letters()).toEqual([])
    await w.asWorker((ctx) => rewriteMailing(ctx, { id, subject: "The hall is free", words: "Come." }))
    const mailing = await w.asViewer((ctx) => getMailing(ctx, id))
    expect(mailing.groups.map(({ name }) => name)).toContain("Nobody’s Allotments")
    const readers = await w.asWorker((ctx) => listReaders(ctx, mailing.groups))
    expect(readers.groups.find((group) => group.id === silent.id)?.readers).toEqual([])
    const sent = await w.asWorker((ctx) => sendMailing(ctx, { id }))
    const gone = await letters()
    expect(gone).toHaveLength(sent.people)
    expect(sent.people).toBe(readers.addressees.length)
    expect(new Set(gone.map(({ stream }) => stream))).toEqual(new Set(["news"]))
    expect(gone.find((letter) => letter.to === "lead@ribble.example")?.groups).toContain(
      "Clitheroe Food Bank",
    )
    await expect(w.asWorker((ctx) => sendMailing(ctx, { id }))).rejects.toThrow("sent already")
    await expect(w.asWorker((ctx) => discardMailing(ctx, { id }))).rejects.toThrow("sent already")
    await expect(
      w.asWorker((ctx) => rewriteMailing(ctx, { id, subject: "Other", words: "Other" })),
    ).rejects.toThrow("sent already")
    const told = await w.system((ctx) =>
      ctx.tx.execute<{ group: string }>(
        sql`select g.name as "group" from events e join groups g on g.id = e.group_id where e.what = 'mailing.sent'`,
      ),
    )
    expect([...told].map((line) => line.group)).not.toContain("Nobody’s Allotments")
    await w.asWorker((ctx) => undoAct(ctx, { what: "mailing", id }))
    expect((await letters()).every(({ skipped }) => skipped === "undone")).toBe(true)
    expect((await w.asWorker((ctx) => getMailing(ctx, id))).sentAt).toBeNull()
  })

  it("that has gone is not taken back", async () => {
    const { id } = await written([w.foodbank.id])
    await w.asWorker((ctx) => sendMailing(ctx, { id }))
    await w.system((ctx) =>
      ctx.tx.execute(sql`update letters set sent_at = now() where letter = 'mailing' and skipped is null`),
    )
    await expect(w.asWorker((ctx) => takeBackMailing(ctx, id))).rejects.toThrow("gone out already")
  })

  it("goes to the writer alone as a test, and to nobody where nobody can be emailed", async () => {
    const { id } = await written([silent.id])
    const before = (await letters()).length
    expect(await w.asWorker((ctx) => tryMailing(ctx, { id }))).toMatchObject({
      email: "worker@ribble.example",
    })
    expect((await letters()).slice().filter(({ stream }) => stream === "service")).toMatchObject([
      { to: "worker@ribble.example" },
    ])
    await expect(w.asWorker((ctx) => sendMailing(ctx, { id }))).rejects.toThrow("can be emailed")
    expect(await letters()).toHaveLength(before + 1)
    await w.asWorker((ctx) => discardMailing(ctx, { id }))
    await expect(w.asWorker((ctx) => getMailing(ctx, id))).rejects.toThrow(NotFound)
  })

  it("is for workers and managers to write, and for staff of this LIO to see", async () => {
    const { id } = await written([w.foodbank.id])
    for (const as of [w.asViewer, w.asLead, w.asMember]) {
      await expect(written([w.foodbank.id], as)).rejects.toThrow(NotAllowed)
      for (const act of [sendMailing, tryMailing, discardMailing])
        await expect(as((ctx): Promise<unknown> => act(ctx, { id }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => takeBackMailing(ctx, id))).rejects.toThrow(NotAllowed)
    }
    for (const as of [w.asLead, w.asMember]) {
      await expect(as((ctx) => listMailings(ctx, 1))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => getMailing(ctx, id))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => sendMailing(ctx, { id }))).rejects.toThrow(NotFound)
    await expect(written([w.foodbank.id], w.asOtherManager)).rejects.toThrow("isn’t on your list")
    expect((await w.asOtherManager((ctx) => listMailings(ctx, 1))).total).toBe(0)
    expect((await w.asViewer((ctx) => listMailings(ctx, 1))).total).toBeGreaterThan(0)
  })
})
