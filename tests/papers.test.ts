import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { authDatabase } from "@/db/client"
import { representations, representationVersions } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { listPassages } from "@/lib/consultations/passages/queries"
import { getResults } from "@/lib/consultations/results/queries"
import { changeConsent } from "@/lib/consultations/signing/consent/commands"
import { unmergeGroups } from "@/lib/duplicates/merging/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addAsk, changeAsk } from "@/lib/representations/asks/commands"
import { changeRepresentation } from "@/lib/representations/commands"
import { closeRepresentation } from "@/lib/representations/outcomes/commands"
import { listOutcomes } from "@/lib/representations/outcomes/queries"
import { withdrawVersion } from "@/lib/representations/publishing/commands"
import { getPreview } from "@/lib/representations/publishing/queries"
import { getRepresentation } from "@/lib/representations/queries"
import { merge } from "./support/merging"
import { papers } from "./support/papers"

const { w, heard, drafted, publish, send, paper, quotes, closedOne, sentOne, reply, said, sign } =
  await papers()

describe("A paper that was sent", () => {
  it("is named by its version, and stays what it was in everything that tells of it", async () => {
    const { id, ask, of } = await sentOne()
    const change = (over: Record<string, unknown>) =>
      w.asWorker((ctx) =>
        changeRepresentation(ctx, {
          id,
          title: "Another title",
          bodyId: w.council.id,
          addressee: null,
          consultationId: of.id,
          introduction: "Other words.",
          ...over,
        }),
      )
    await expect(change({ consultationId: null })).rejects.toMatchObject({ field: "consultationId" })
    await change({})
    await expect(w.asWorker((ctx) => changeAsk(ctx, { id: ask, text: "Less", why: null }))).rejects.toThrow(
      /sent/,
    )
    expect(await publish(id)).toMatchObject({ version: 2 })
    expect(await paper(id, 2)).toMatchObject({ sentVersion: 1, content: { title: "Another title" } })
    await reply(ask)
    await w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Mondays." }))
    const told = (await w.asLead((ctx) => listOutcomes(ctx))).find((one) => one.representationId === id)
    expect(told).toMatchObject({
      title: "Buses",
      version: 1,
      asks: [{ reply: "partly", yours: ["Nobody came back."] }],
    })
  })

  it("cannot be changed by the app’s role, nor which version it was; and carries a digest", async () => {
    const { id } = await sentOne()
    const refused = (
      set: Record<string, unknown>,
      table: typeof representations | typeof representationVersions,
    ) =>
      expect(
        w.system((ctx) => ctx.tx.update(table as typeof representations).set(set)),
      ).rejects.toMatchObject({
        cause: { message: expect.stringMatching(/permission denied|stays/) },
      })
    await refused({ content: {} }, representationVersions)
    await refused({ digest: "" }, representationVersions)
    await refused({ sentVersion: 2 }, representations)
    await refused({ sentOn: "2020-01-01" }, representations)
    await expect(w.system((ctx) => ctx.tx.delete(representationVersions))).rejects.toThrow()
    expect((await paper(id)).digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it("is the version that staff choose, and cannot have been sent before it was published", async () => {
    const { id } = await closedOne()
    await publish(id)
    await publish(id)
    await expect(send(id, { sentOn: "2020-01-01" })).rejects.toMatchObject({ field: "sentOn" })
    await expect(send(id, { version: 3 })).rejects.toMatchObject({ field: "version" })
    await send(id, { version: 1 })
    expect(await w.asViewer((ctx) => getRepresentation(ctx, id))).toMatchObject({ sentVersion: 1 })
  })

  it("is not sent while its asks are kept in other words, to which nobody could file a reply", async () => {
    const { id, ask } = await closedOne()
    await publish(id)
    await w.asWorker((ctx) => changeAsk(ctx, { id: ask, text: "Run a late bus each day.", why: null }))
    await expect(send(id)).rejects.toThrow(/changed since version 1/)
    await w.asWorker((ctx) => addAsk(ctx, { representationId: id, text: "Light the stops.", why: null }))
    await publish(id)
    await expect(send(id, { version: 1 })).rejects.toThrow(/changed since version 1/)
    await send(id)
    await send(id, { version: 1 })
  })

  it("keeps its reply when an ask was said better in a later version", async () => {
    const { id, ask } = await closedOne()
    await publish(id)
    await w.asWorker((ctx) => changeAsk(ctx, { id: ask, text: "Run a late bus each day.", why: null }))
    await publish(id)
    await send(id)
    await reply(ask)
    for (const version of [1, 2])
      expect((await paper(id, version)).replies, `version ${version}`).toMatchObject([{ reply: "partly" }])
  })
})

describe("A body that was sent a paper", () => {
  it("may be merged with its double: the paper goes along, and says what it said", async () => {
    const { id } = await sentOne()
    const double = await w.system((ctx) =>
      make.group(ctx, { name: "Ribble Council", sector: "statutory", stage: "not_member" }),
    )
    const { id: mergeId } = await w.asManager((ctx) => merge(ctx, double.id, w.council.id))
    expect(await w.asViewer((ctx) => getRepresentation(ctx, id))).toMatchObject({
      bodyId: double.id,
      sentVersion: 1,
    })
    expect((await paper(id)).content?.body).toBe("Ribble Borough Council")
    await w.asManager((ctx) => unmergeGroups(ctx, { id: mergeId }))
    expect((await w.asViewer((ctx) => getRepresentation(ctx, id))).bodyId).toBe(w.council.id)
  })
})

describe("What a paper says", () => {
  it("tells how many answers staff typed in, and from how many groups its words were chosen", async () => {
    const { id } = await sentOne()
    expect((await paper(id)).content).toMatchObject({
      consultation: { asked: 2, answered: 2, onBehalf: 1, openUntil: null },
      asks: [{ groups: 2 }],
    })
  })

  it("does not print words that a group has dropped from its answer since", async () => {
    const of = await heard()
    const { id } = await drafted(of)
    await publish(id, "The council meets before")
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 3, "It is better now.", { version: 1 })))
    await w.asLead((ctx) => sign(ctx, of))
    expect((await w.asWorker((ctx) => getPreview(ctx, id))).leftOut).toEqual([
      expect.stringMatching(/Clitheroe Food Bank: the group changed its answer/),
    ])
    await publish(id, "The council meets before")
    expect(await quotes(id, 2)).toEqual(["We sing at home now."])
  })

  it("prints quotes without names, when answers are not named, in an order that names have no part in", async () => {
    const orders = new Set<string>()
    for (let at = 0; at < 60 && orders.size < 2; at++) {
      // One lead signs off as often as the order is the same: how many emails that is in a short time is no matter here.
      await authDatabase().execute(sql`delete from rate_limits`)
      const { id } = await closedOne({ naming: "lio", title: `Unnamed ${at}` })
      await publish(id)
      const evidence = (await paper(id)).content?.asks[0]?.evidence ?? []
      expect(evidence.map(({ by }) => by)).toEqual([null, null])
      orders.add(evidence.map(({ quote }) => quote).join())
    }
    expect(orders.size, "both orders occur").toBe(2)
  })
})

describe("Consent to be quoted", () => {
  it("is never taken for given", async () => {
    const { of, id } = await closedOne()
    await w.system((ctx) =>
      ctx.tx.execute(
        sql`update responses set quotable = null, quotable_to_groups = null where consultation_id = ${of.id}`,
      ),
    )
    expect((await w.asWorker((ctx) => listPassages(ctx, of.id))).map(({ quotable }) => quotable)).toEqual([
      false,
      false,
    ])
    await publish(id)
    expect(await quotes(id)).toEqual([])
  })

  it("is taken back on the telephone, too: staff note it", async () => {
    const { of, id } = await sentOne()
    const take = { id: of.id, group: w.foodbank.id, quotes: "no" as const }
    await expect(w.asViewer((ctx) => changeConsent(ctx, take))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => changeConsent(ctx, take))
    expect(await quotes(id)).toEqual(["We sing at home now."])
  })

  it("is taken back by the lead after closing, and the words then stand nowhere", async () => {
    const { of, id } = await sentOne()
    expect(await quotes(id)).toHaveLength(2)
    const take = { id: of.id, group: w.foodbank.id, quotes: "no" as const }
    await expect(w.asMember((ctx) => changeConsent(ctx, take))).rejects.toThrow(NotAllowed)
    await expect(w.asOutsider((ctx) => changeConsent(ctx, take))).rejects.toThrow(NotFound)
    await w.asLead((ctx) => changeConsent(ctx, take))
    expect(await quotes(id), "not in what is out already").toEqual(["We sing at home now."])
    const results = await w.asMember((ctx) => getResults(ctx, of.id))
    expect(results.questions[3]?.written.map(({ text }) => text)).toEqual(["We sing at home now."])
    await publish(id)
    expect(await quotes(id, 2)).toEqual(["We sing at home now."])
    await expect(
      w.asWorker((ctx) => changeConsent(ctx, { ...take, quotes: "public" })),
      "staff cannot agree for a group that answered itself",
    ).rejects.toThrow(NotAllowed)
  })
})

describe("A version that is withdrawn", () => {
  it("says so at its address, with the reason, for good", async () => {
    const { id } = await sentOne()
    const withdraw = { id, version: 1, reason: "The numbers of another year were in it." }
    await expect(w.asViewer((ctx) => withdrawVersion(ctx, withdraw))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => withdrawVersion(ctx, withdraw))
    expect(await paper(id)).toMatchObject({ content: null, withdrawnReason: withdraw.reason })
    await expect(w.asWorker((ctx) => withdrawVersion(ctx, { ...withdraw, reason: "Other" }))).rejects.toThrow(
      RuleBroken,
    )
    const overwrite = w.system((ctx) =>
      ctx.tx.update(representationVersions).set({ withdrawnReason: "Another" }),
    )
    await expect(overwrite).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/reason stays/) },
    })
  })
})
