import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { asGuest } from "@/lib/access/doors"
import { signLink } from "@/lib/access/links"
import { readAnswerFile } from "@/lib/consultations/answering/files/queries"
import { changedSince, openResponse } from "@/lib/consultations/answering/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { listAnswersToRead } from "@/lib/consultations/passages/queries"
import { listYours } from "@/lib/consultations/queries"
import { stopConsultation } from "@/lib/consultations/stopping/commands"
import { NotAllowed, NotFound, SignedOut } from "@/lib/errors"
import { addFiles, changeFile, removeFile } from "@/lib/files/commands"
import { getFile, readFile } from "@/lib/files/queries"
import { tidy } from "@/lib/housekeeping/commands"
import { findEverywhere } from "@/lib/search/queries"
import { merge } from "./support/merging"
import { pdf, sendingFiles, TITLE } from "./support/sending-files"

const { w, sign, asAisha, open, send, draftFile } = await sendingFiles()
type Of = Awaited<ReturnType<typeof open>>

describe("Who may open a file that is an answer", () => {
  const mayNot = [NotFound, NotAllowed]
  const opens = async (as: typeof w.asLead, of: Of, id: string) =>
    as((ctx) => readAnswerFile(ctx, of.id, id)).then(
      ({ name }) => name,
      (refusal) => (mayNot.some((kind) => refusal instanceof kind) ? "no" : Promise.reject(refusal)),
    )
  /** The same by the address of files, whatever they are on. */
  const opensBare = (as: typeof w.asLead, id: string) =>
    as((ctx) => readFile(ctx, id)).then(
      ({ name }) => name,
      () => "no",
    )

  it("is the group alone until it is sent, then staff, of the version that was sent", async () => {
    const of = await open()
    const other = await open()
    await send(of, "treasurer.pdf")
    const first = (await draftFile(of))?.id ?? ""
    const others = [w.asWorker, w.asManager, w.asViewer, w.asOutsider]
    for (const as of others) {
      expect(await opens(as, of, first)).toBe("no")
      expect(await opensBare(as, first)).toBe("no")
    }
    const found = async (as: typeof w.asLead) =>
      (await as((ctx) => findEverywhere(ctx, "treasurer.pdf", { most: 9 }))).length
    expect([await found(w.asWorker), await found(w.asLead)]).toEqual([0, 1])
    for (const as of [w.asLead, w.asMember, asAisha]) expect(await opens(as, of, first)).toBe("treasurer.pdf")
    await expect(w.asLead((ctx) => readAnswerFile(ctx, other.id, first))).rejects.toThrow(NotFound)
    await expect(
      w.asOtherManager((ctx) => readAnswerFile(ctx, of.id, first)),
      "of another LIO",
    ).rejects.toThrow(NotFound)

    await w.asLead((ctx) => sign(ctx, of))
    expect(await opens(w.asViewer, of, first)).toBe("treasurer.pdf")
    expect(await opens(w.asOutsider, of, first)).toBe("no")
    // Of its own consultation only, also by an emailed link, which opens no other file of the group.
    const link = (about: string) =>
      signLink({ purpose: "answer", lio: w.ribble.id, person: w.lead.id, about, expires: Date.now() + 9e6 })
    const guest = (about: string, id = of.id) =>
      asGuest("ribble", link(about), (ctx) => readAnswerFile(ctx, id, first))
    expect((await guest(of.id)).name).toBe("treasurer.pdf")
    await expect(guest(other.id)).rejects.toThrow(NotFound)
    await expect(guest(other.id, other.id)).rejects.toThrow(NotFound)
    await expect(asGuest("ribble", "made.up", (ctx) => readAnswerFile(ctx, of.id, first))).rejects.toThrow(
      SignedOut,
    )

    // A new draft is the group's alone again, and what was sent stays what it was.
    await send(of, "new.pdf", { version: 1 })
    const second = (await draftFile(of))?.id ?? ""
    expect(await opens(w.asWorker, of, second)).toBe("no")
    expect(await opens(w.asWorker, of, first)).toBe("treasurer.pdf")
    const says = async () => (await w.asWorker((ctx) => listAnswersToRead(ctx, of.id)))[0]?.files
    expect(await says()).toMatchObject([{ question: TITLE, file: { id: first, name: "treasurer.pdf" } }])
    await send(of, null, { version: 2, button: "remove" })
    expect(await opens(w.asWorker, of, first)).toBe("treasurer.pdf")
    // The same file chosen again is the one that was sent, so that nothing has changed.
    await send(of, "treasurer.pdf", { version: 3 })
    const now = await w.asLead((ctx) => openResponse(ctx, of.id, w.foodbank.id))
    expect(changedSince(now)).toEqual([])
    expect((await w.asLead(listYours)).find(({ id }) => id === of.id)?.changed).toBe(0)
    await send(of, "final.pdf", { version: 4 })
    await w.asLead((ctx) => sign(ctx, of))
    expect(await says()).toMatchObject([{ file: { name: "final.pdf" } }])
    expect(await opens(w.asWorker, of, first), "the first version holds it").toBe("treasurer.pdf")
  })

  it("is nobody’s to change, remove or add to but with the answer, and the database holds what was sent", async () => {
    const of = await open()
    await send(of, "accounts.pdf")
    await w.asLead((ctx) => sign(ctx, of))
    const { id = "" } = (await draftFile(of)) ?? {}
    for (const as of [w.asLead, w.asManager]) {
      await expect(as((ctx) => removeFile(ctx, { id }))).rejects.toThrow(NotAllowed)
      await expect(
        as((ctx) => changeFile(ctx, { id, name: "x", kind: "other", runsUntil: null })),
      ).rejects.toThrow(NotAllowed)
      const { file, opened } = await as((ctx) => getFile(ctx, id))
      expect(opened.mayChange).toBe(false)
      const uploads = [await pdf("more.pdf")]
      await expect(
        as((ctx) =>
          addFiles(ctx, { onKind: "response", onId: file.onId, kind: "other", runsUntil: null, uploads }),
        ),
      ).rejects.toThrow(NotAllowed)
    }
    for (const change of ["removed_at = now()", "name = 'other.pdf'", "digest = repeat('0', 64)"])
      await expect(
        w.system((ctx) => ctx.tx.execute(sql`update files set ${sql.raw(change)} where id = ${id}::uuid`)),
        change,
      ).rejects.toMatchObject({ cause: { message: "A file that was sent as an answer stays." } })
    await tidy("ribble", new Date(Date.now() + 90 * 86_400_000))
    expect(await opens(w.asWorker, of, id)).toBe("accounts.pdf")
  })

  it("is staff, too, where they add it from paper", async () => {
    const of = await open()
    await send(of, "by post.pdf", { as: w.asWorker, group: w.choir.id })
    const file = (await w.asWorker((ctx) => openResponse(ctx, of.id, w.choir.id))).answers.get(
      of.questions[1]?.id ?? "",
    )?.value.file
    expect(await opens(w.asWorker, of, file?.id ?? "")).toBe("by post.pdf")
    expect(await opens(w.asMember, of, file?.id ?? "")).toBe("by post.pdf")
    await expect(send(of, "x.pdf", { as: w.asViewer, group: w.choir.id })).rejects.toThrow(NotAllowed)
    await expect(send(of, "x.pdf", { as: w.asOutsider, group: w.choir.id })).rejects.toThrow(NotFound)
    // Once the group has begun its own, staff see and change nothing of it.
    await send(of, "our own.pdf")
    await expect(send(of, "x.pdf", { as: w.asWorker })).rejects.toThrow("has begun its own answer")
    await w.asWorker((ctx) => closeConsultation(ctx, { id: of.id, reason: "Enough" }))
    await expect(send(of, "late.pdf", { version: 1 })).rejects.toThrow("has closed")
  })

  it("is the group alone again once the consultation is stopped", async () => {
    const of = await open()
    await send(of, "accounts.pdf")
    await w.asLead((ctx) => sign(ctx, of))
    const { id = "" } = (await draftFile(of)) ?? {}
    await send(of, "by post.pdf", { as: w.asWorker, group: w.choir.id })
    await w.asWorker((ctx) => stopConsultation(ctx, { id: of.id, reason: "The plan is gone." }))
    expect([await opens(w.asWorker, of, id), await opensBare(w.asManager, id)]).toEqual(["no", "no"])
    expect(await opens(w.asLead, of, id)).toBe("accounts.pdf")
  })

  it("goes with the group when it goes up in another", async () => {
    const of = await open()
    await send(of, "accounts.pdf")
    await w.asLead((ctx) => sign(ctx, of))
    await send(of, "not sent.pdf", { version: 1 })
    const unsent = (await draftFile(of))?.id ?? ""
    await w.asWorker((ctx) => merge(ctx, w.loner.id, w.foodbank.id))
    expect(await opensBare(w.asOutsider, unsent)).toBe("not sent.pdf")
    expect(await opensBare(w.asWorker, unsent)).toBe("no")
  })
})
