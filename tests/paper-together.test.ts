import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { changeAsk } from "@/lib/representations/asks/commands"
import { changeRepresentation } from "@/lib/representations/commands"
import { detailsOf, wordsOfAsk } from "@/lib/representations/input"
import { getPreview } from "@/lib/representations/publishing/queries"
import { getRepresentation } from "@/lib/representations/queries"
import { choosePapers, recordSignOff } from "@/lib/representations/signing/commands"
import { addPart, changePart } from "@/lib/representations/text/commands"
import { listParts } from "@/lib/representations/text/queries"
import { remark, settleRemark } from "@/lib/representations/together/commands"
import { remarkInput } from "@/lib/representations/together/input"
import { listRemarks } from "@/lib/representations/together/queries"
import { asSeen } from "@/lib/seen"
import { papers } from "./support/papers"

const { w, closedOne, publish, paper } = await papers()

/** A paper with a paragraph. */
async function written() {
  const one = await closedOne()
  const { id: part } = await w.asWorker((ctx) =>
    addPart(ctx, { representationId: one.id, kind: "paragraph", text: "Buses stop at six." }),
  )
  const nothing = { representationId: one.id, askId: null, partId: null, text: null, rewording: null }
  const open = () => w.asViewer((ctx) => listRemarks(ctx, one.id))
  const settle = (id: string | undefined, button: "accept" | "decline" | "done") =>
    w.asWorker((ctx) => settleRemark(ctx, { id: id ?? "", button }))
  return { ...one, part, nothing, open, settle }
}
const partsOf = async (id: string) => (await w.asViewer((ctx) => listParts(ctx, id))).map(({ text }) => text)

describe("A suggestion", () => {
  it("comes from anybody on the staff, trustees too, and is taken over word for word", async () => {
    const { id, ask, part, nothing, open, settle } = await written()
    await w.asViewer((ctx) =>
      remark(ctx, { ...nothing, partId: part, rewording: "Buses stop at half past six." }),
    )
    await w.asViewer((ctx) =>
      remark(ctx, { ...nothing, askId: ask, rewording: "Run a later bus.", text: "Softer." }),
    )
    const all = await open()
    expect(all.map(({ by, about }) => [by, about])).toEqual([
      ["Vic Trustee", "Run a late bus."],
      ["Vic Trustee", "Buses stop at six."],
    ])
    for (const one of all) await settle(one.id, "accept")
    expect(await partsOf(id)).toEqual(["Buses stop at half past six."])
    expect((await w.asViewer((ctx) => getRepresentation(ctx, id))).asks[0]?.text).toBe("Run a later bus.")
    await expect(settle(all[0]?.id, "decline")).rejects.toThrow(/already/)
    expect((await open())[0]).toMatchObject({ accepted: true, settledBy: "Wendy Worker" })
  })

  it("isn’t taken over words that were changed since, and can be declined", async () => {
    const { id, part, nothing, open, settle } = await written()
    await w.asManager((ctx) => remark(ctx, { ...nothing, partId: part, rewording: "They stop early." }))
    await w.asWorker((ctx) => changePart(ctx, { id: part, text: "Buses stop at seven." }))
    const [one] = await open()
    await expect(settle(one?.id, "accept")).rejects.toThrow(/changed since/)
    await settle(one?.id, "decline")
    expect(await partsOf(id)).toEqual(["Buses stop at seven."])
    expect((await open())[0]).toMatchObject({ accepted: false })
  })

  it("says something, and stands beside remarks that are ticked off", async () => {
    const { part, nothing, open, settle } = await written()
    const same = { ...nothing, partId: part, rewording: "Buses stop at six." }
    await expect(w.asWorker((ctx) => remark(ctx, same))).rejects.toThrow(RuleBroken)
    await w.asWorker((ctx) => remark(ctx, { ...nothing, text: "Is six right?" }))
    const [one] = await open()
    await settle(one?.id, "done")
    expect((await open())[0]).toMatchObject({
      text: "Is six right?",
      accepted: null,
      settledBy: "Wendy Worker",
    })
  })

  it("is about one thing, as long as an ask may be, and settled while the paper is open", async () => {
    const { id, ask, part, nothing, open, settle } = await written()
    const tried = (over: object) => remarkInput.safeParse({ ...nothing, rewording: "x", ...over }).success
    expect([
      tried({ askId: ask }),
      tried({ askId: ask, partId: part }),
      tried({ askId: ask, rewording: "x".repeat(1001) }),
      tried({ partId: part, rewording: "x".repeat(1001) }),
    ]).toEqual([true, false, false, true])
    await w.asViewer((ctx) => remark(ctx, { ...nothing, text: "Softer." }))
    await w.asWorker((ctx) =>
      ctx.tx.execute(sql`update representations set closed_at = now() where id = ${id}`),
    )
    await expect(settle((await open())[0]?.id, "done")).rejects.toThrow(/closed/)
  })

  it("is for staff of this LIO alone, about this very paper", async () => {
    const { ask, nothing, open, settle } = await written()
    const other = await written()
    const said = { ...nothing, text: "Hm." }
    await expect(w.asLead((ctx) => remark(ctx, said))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => remark(ctx, said))).rejects.toThrow(NotFound)
    await expect(
      w.asWorker((ctx) => remark(ctx, { ...other.nothing, askId: ask, rewording: "Mine." })),
    ).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => remark(ctx, said))
    const [one] = await open()
    await expect(
      w.asViewer((ctx) => settleRemark(ctx, { id: one?.id ?? "", button: "done" })),
    ).rejects.toThrow(NotAllowed)
    await settle(one?.id, "done")
  })
})

describe("An ask that two people change at once", () => {
  it("keeps the first, and shows both to the second", async () => {
    const { ask } = await written()
    const was = wordsOfAsk({ text: "Run a late bus.", why: null, byWhom: null, withWhat: null, byWhen: null })
    const said = { id: ask, why: null, seen: asSeen(was) }
    await w.asWorker((ctx) => changeAsk(ctx, { ...said, text: "Run two." }))
    await expect(w.asManager((ctx) => changeAsk(ctx, { ...said, text: "Run three." }))).rejects.toMatchObject(
      {
        theirs: { text: "Run two.", seen: asSeen({ ...was, text: "Run two." }) },
      },
    )
  })

  it("holds for the title and the introduction, too", async () => {
    const { id } = await written()
    const now = detailsOf(await w.asViewer((ctx) => getRepresentation(ctx, id)))
    const change = (introduction: string) =>
      w.asWorker((ctx) => changeRepresentation(ctx, { ...now, id, introduction, seen: asSeen(now) }))
    await change("We ask again.")
    await expect(change("We ask once more.")).rejects.toMatchObject({
      theirs: { introduction: "We ask again." },
    })
  })
})

describe("A sign-off", () => {
  const choose = (papersSignedOff: boolean) => w.asManager((ctx) => choosePapers(ctx, { papersSignedOff }))
  const digestOf = async (id: string) => (await w.asWorker((ctx) => getPreview(ctx, id))).wordsDigest
  const sign = async (id: string, digest?: string) => {
    const read = digest ?? (await digestOf(id))
    return w.asWorker((ctx) =>
      recordSignOff(ctx, { id, digest: read, who: "The board", on: null, minute: "Item 7.2" }),
    )
  }

  it("is needed where the LIO wants it, and holds for just the words that were read", async () => {
    const { id, ask, part } = await written()
    await choose(true)
    try {
      await expect(publish(id)).rejects.toThrow(/signed off/)
      const read = await digestOf(id)
      await w.asWorker((ctx) => changePart(ctx, { id: part, text: "Buses stop at five." }))
      await expect(sign(id, read)).rejects.toThrow(/has changed/)
      await sign(id)
      await w.asWorker((ctx) => changeAsk(ctx, { id: ask, text: "Run nine.", why: null }))
      await expect(publish(id)).rejects.toThrow(/signed off/)
      await sign(id)
      await publish(id)
      expect((await paper(id)).content?.signedOff).toMatchObject({ who: "The board", minute: "Item 7.2" })
    } finally {
      await choose(false)
    }
  })

  it("is for workers and managers to note, and stays as it was noted; managers choose whether it’s needed", async () => {
    const { id } = await written()
    await sign(id)
    const input = { id, digest: await digestOf(id), who: "Eve", on: null, minute: null }
    await expect(w.asViewer((ctx) => recordSignOff(ctx, input))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => recordSignOff(ctx, input))).rejects.toThrow(NotFound)
    await expect(w.asWorker((ctx) => choosePapers(ctx, { papersSignedOff: true }))).rejects.toThrow(
      NotAllowed,
    )
    await expect(
      w.asManager((ctx) => ctx.tx.execute(sql`update paper_sign_offs set who = 'Eve'`)),
    ).rejects.toThrow()
  })
})
