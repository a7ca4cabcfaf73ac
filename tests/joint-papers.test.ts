import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { asSystem } from "@/lib/access/doors"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { answerPartner, askPartner, dropPartner, leaveAsked } from "@/lib/representations/joint/commands"
import { listAskedOfUs, listBehind, listJoined, listPartners } from "@/lib/representations/joint/queries"
import { withdrawVersion } from "@/lib/representations/publishing/commands"
import { papers } from "./support/papers"

const { w, closedOne, publish } = await papers()
const ask = (id: string, partner = "other") => w.asWorker((ctx) => askPartner(ctx, { id, partner }))
const asked = async (paperId: string) =>
  (await w.asOtherManager((ctx) => listAskedOfUs(ctx))).find((one) => one.paperId === paperId)
const answer = (paperId: string, button: "agree" | "decline" = "agree", version = 1) =>
  w.asOtherManager((ctx) => answerPartner(ctx, { leader: "ribble", paperId, version, button }))
const behind = async (id: string, version = 1) =>
  (await w.asPublic((ctx) => listBehind(ctx, id, version))).map(({ name }) => name)

describe("A joint paper", () => {
  it("names another LIO only once that has agreed to just this version", async () => {
    const { id } = await closedOne()
    await ask(id)
    expect(await asked(id)).toBeUndefined()
    await publish(id)
    expect(await asked(id)).toMatchObject({ leader: "ribble", version: 1, title: "Buses", agreedAt: null })
    expect(await behind(id)).toEqual([])
    await answer(id)
    expect(await behind(id)).toEqual(["Other Valley VAG"])
    expect((await w.asViewer((ctx) => listPartners(ctx, id))).partners).toMatchObject([
      { slug: "other", version: 1, agreedAt: expect.anything() },
    ])
    await publish(id)
    expect(await behind(id, 2)).toEqual([])
    expect(await asked(id)).toMatchObject({ version: 2, agreedAt: null })
    await answer(id, "decline", 2)
    expect([await behind(id, 1), await behind(id, 2)]).toEqual([["Other Valley VAG"], []])
    await answer(id, "decline", 1)
    expect(await behind(id, 1)).toEqual([])
  })

  it("shares nothing but that: neither side reads another row of the other’s, and a third LIO doesn’t learn who was asked", async () => {
    const { id } = await closedOne()
    await ask(id)
    await publish(id)
    await answer(id)
    const rows = (table: string) =>
      w.asOtherManager((ctx) =>
        ctx.tx.execute(sql`select 1 from ${sql.identifier(table)} where lio_id = ${w.ribble.id}`),
      )
    for (const table of ["representations", "representation_versions", "asks", "paper_partners", "events"])
      expect(await rows(table), table).toEqual([])
    const consents = await w.asManager((ctx) => ctx.tx.execute(sql`select 1 from paper_consents`))
    expect(consents).toEqual([])
    const other = await closedOne()
    await ask(other.id)
    await publish(other.id)
    const seen = await w.operator.begin(async (tx) => {
      await tx`insert into lios (slug, name, kind) values ('third', 'Third CVS', 'cvs') on conflict do nothing`
      await tx`set local role trellis_app`
      await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'third'), true)`
      return tx`select representation_id from joint_papers where representation_id = ${other.id}`
    })
    expect([...seen]).toEqual([])
    for (const forged of [
      sql`update joint_papers set agreed_at = now()`,
      sql`insert into joint_papers (lio_id, representation_id, version, partner, title, body, asked_at) values (${w.ribble.id}, ${id}, 9, 'other', 'x', 'x', now())`,
    ])
      await expect(w.asManager((ctx) => ctx.tx.execute(forged))).rejects.toThrow()
  })

  it("is asked for by workers, and agreed to by a manager of whoever was asked, who may think again", async () => {
    const { id } = await closedOne()
    await publish(id)
    await expect(w.asViewer((ctx) => askPartner(ctx, { id, partner: "other" }))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => askPartner(ctx, { id, partner: "ribble" }))).rejects.toThrow(
      NotFound,
    )
    await w.operator`insert into lios (slug, name, kind, demo) values ('shown', 'Shown CVS', 'cvs', true)`
    for (const partner of ["ribble", "nobody", "shown"])
      await expect(ask(id, partner)).rejects.toThrow(RuleBroken)
    await expect(answer(id)).rejects.toThrow(NotFound)
    await ask(id)
    await expect(ask(id)).rejects.toThrow(/already/)
    const input = { leader: "ribble", paperId: id, version: 1, button: "agree" as const }
    await expect(w.asWorker((ctx) => answerPartner(ctx, input))).rejects.toThrow(NotAllowed)
    await expect(w.asManager((ctx) => answerPartner(ctx, input))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => dropPartner(ctx, { id, partner: "other" }))
    await expect(answer(id)).rejects.toThrow(NotFound)
  })

  it("goes from the lists when its version is withdrawn", async () => {
    const { id } = await closedOne()
    await publish(id)
    await ask(id)
    await answer(id)
    const joined = async () =>
      (await w.asOtherManager((ctx) => listJoined(ctx))).filter(({ paperId }) => paperId === id).length
    const before = await joined()
    await w.asWorker((ctx) => withdrawVersion(ctx, { id, version: 1, reason: "x" }))
    expect([before, await joined(), await asked(id)]).toEqual([1, 0, undefined])
  })

  it("waits among the tasks of whoever is asked, once a version, until a manager answers", async () => {
    const { id } = await closedOne()
    await publish(id)
    await ask(id)
    const leave = () => asSystem("other", leaveAsked)
    const tasks = (done: boolean) =>
      w.asOtherManager(async (ctx) => [
        ...(await ctx.tx.execute<{ what: string }>(
          sql`select what from tasks where what like ${`%(/representations#join-${id})`} and (done_at is not null) = ${done}`,
        )),
      ])
    await leave()
    await leave()
    const [task, ...more] = await tasks(false)
    expect(task?.what).toMatch(/^Ribble CVS asks you to put your name to “Buses” /)
    expect(more).toEqual([])
    await answer(id, "decline")
    expect([(await tasks(false)).length, (await tasks(true)).length]).toEqual([0, 1])
    await leave()
    expect(await tasks(false)).toEqual([])
    await publish(id)
    await leave()
    expect(await tasks(false)).toHaveLength(1)
    await answer(id, "agree", 1)
    expect(await tasks(false), "an earlier version is another question").toHaveLength(1)
    await w.asWorker((ctx) => dropPartner(ctx, { id, partner: "other" }))
    await leave()
    expect(await tasks(false), "they aren’t asked any more").toEqual([])
    expect(
      await w.asManager((ctx) => ctx.tx.execute(sql`select 1 from tasks where what like '%#join-%'`)),
    ).toEqual([])
  })
})
