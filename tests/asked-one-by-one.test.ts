import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { copyConsultation } from "@/lib/consultations/copying/commands"
import type { EditionDocument } from "@/lib/consultations/editions/document"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listAlsoAsked, listWouldAsk } from "@/lib/consultations/invitations/queries"
import { askAlso, dontAsk } from "@/lib/consultations/invitations/single/commands"
import { askAlsoInput } from "@/lib/consultations/invitations/single/input"
import { getConsultation } from "@/lib/consultations/queries"
import { listReached } from "@/lib/consultations/reach/queries"
import { readFrozen } from "@/lib/consultations/results/queries"
import { NotAllowed, NotFound } from "@/lib/errors"
import { consulting } from "./support/consulting"

const { w, draft } = await consulting()
const LONER = "Loner"
const which = (id: string, ...groupIds: string[]) => askAlsoInput.parse({ id, groupIds })
const ask = (id: string, ...groupIds: string[]) => w.asWorker((ctx) => askAlso(ctx, which(id, ...groupIds)))
const wouldAsk = async (id: string) =>
  w.asWorker(async (ctx) =>
    (await listWouldAsk(ctx, await getConsultation(ctx, id))).map((group) => group.id),
  )
const emailed = (title: string) =>
  w.system(async (ctx) => [
    ...(await ctx.tx.execute<{ id: string }>(
      sql`select id from letters where letter = 'consultation-invitation' and props ->> 'title' = ${title}`,
    )),
  ])

describe("Groups that are asked one by one", () => {
  it("are asked when it opens, besides its audience, unless they are left out again", async () => {
    const { id } = await draft()
    expect(await ask(id, w.loner.id, w.foodbank.id)).toMatchObject({ asked: 2, letters: null })
    await expect(ask(id, w.loner.id)).rejects.toThrow(/already chosen/)
    expect((await wouldAsk(id)).toSorted()).toEqual([w.loner.id, w.foodbank.id, w.choir.id].toSorted())
    await w.asWorker((ctx) => dontAsk(ctx, { id, groupId: w.loner.id }))
    expect(await wouldAsk(id)).not.toContain(w.loner.id)
    await ask(id, w.loner.id)
    const copy = await w.asWorker((ctx) => copyConsultation(ctx, { id }))
    expect((await w.asWorker((ctx) => listAlsoAsked(ctx, copy.id))).map((group) => group.id)).toContain(
      w.loner.id,
    )
    const opened = await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
    expect(opened.asked).toBe(3)
    await expect(w.asWorker((ctx) => dontAsk(ctx, { id, groupId: w.loner.id }))).rejects.toThrow(
      /has been opened/,
    )
  })

  it("are asked at once while it is open, each once, and never after it has closed", async () => {
    const title = `${LONER} too`
    const { id } = await draft({ title })
    await ask(id, w.foodbank.id)
    await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
    const before = (await emailed(title)).length
    expect(await ask(id, w.loner.id, w.choir.id)).toMatchObject({ asked: 1 })
    expect((await emailed(title)).length).toBe(before + 1)
    const reached = await w.asWorker((ctx) => listReached(ctx, id))
    expect(reached.map((one) => one.groupId)).toContain(w.loner.id)
    await expect(ask(id, w.loner.id)).rejects.toThrow(/already asked/)
    await w.asWorker((ctx) => closeConsultation(ctx, { id, reason: "All have answered" }))
    await expect(ask(id, w.loner.id)).rejects.toThrow(/isn’t open/)
    const edition = await w.system((ctx) => readFrozen(ctx, id))
    expect((edition?.document as EditionDocument | undefined)?.method).toEqual(
      expect.arrayContaining([
        "1 of these groups was chosen by name.",
        "1 group was asked later, while it was open.",
      ]),
    )
  })

  it("are none that has closed, nor the body that it is about", async () => {
    const { id } = await draft({ bodyId: w.council.id })
    await expect(ask(id, w.council.id)).rejects.toMatchObject({ field: "groupName" })
    await w.asWorker((ctx) =>
      ctx.tx.execute(sql`update groups set stage = 'closed' where id = ${w.loner.id}`),
    )
    await expect(ask(id, w.loner.id)).rejects.toThrow(/closed groups/)
    await w.asWorker((ctx) =>
      ctx.tx.execute(sql`update groups set stage = 'member' where id = ${w.loner.id}`),
    )
  })

  it("are for workers and managers of this LIO to choose", async () => {
    const { id } = await draft()
    await ask(id, w.loner.id)
    for (const as of [w.asViewer, w.asLead, w.asPublic]) {
      await expect(as((ctx) => askAlso(ctx, which(id, w.loner.id)))).rejects.toThrow()
      await expect(as((ctx) => dontAsk(ctx, { id, groupId: w.loner.id }))).rejects.toThrow()
    }
    await expect(w.asViewer((ctx) => askAlso(ctx, which(id, w.loner.id)))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => listAlsoAsked(ctx, id))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => askAlso(ctx, which(id, w.loner.id)))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => dontAsk(ctx, { id, groupId: w.loner.id }))).rejects.toThrow(
      NotFound,
    )
  })
})
