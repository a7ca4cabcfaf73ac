import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { changeFile } from "@/lib/files/commands"
import { getFile, listFiles, listFilesAmong, readFile } from "@/lib/files/queries"
import { acceptProposal, refuseProposal } from "@/lib/representations/officer/commands"
import { addFileByLink, ensureTakesFile } from "@/lib/representations/officer/files/commands"
import { MOST_FILES } from "@/lib/representations/officer/files/input"
import { endReplyLink } from "@/lib/representations/officer/links/commands"
import { getLinkedPaper } from "@/lib/representations/officer/queries"
import { withdrawVersion } from "@/lib/representations/publishing/commands"
import { getRepresentation } from "@/lib/representations/queries"
import { officers, SAID } from "./support/officers"
import { pdf } from "./support/sending-files"

const { w, linked, paper } = await officers()
type Linked = Awaited<ReturnType<typeof linked>>

async function send({ by, ask }: Pick<Linked, "by" | "ask">, name: string, askId = ask) {
  const upload = await pdf(name)
  return by((ctx, of) => addFileByLink(ctx, of, { askId, upload }))
}
const accept = (id = "", fileId: string | null = null, as = w.asWorker) =>
  as((ctx) => acceptProposal(ctx, { ...SAID, id, fileId }))

describe("A file that a body sends by its link", () => {
  it("goes with a reply that waits, for staff to look at, and nobody else reads it", async () => {
    const one = await linked()
    await expect(send(one, "too soon.pdf")).rejects.toThrow("Send a new reply first")
    await one.answer()
    await send(one, "letter.pdf")
    await send(one, "better letter.pdf")
    // The words can still be put right, and keep the files.
    await one.answer({ replyText: "On Tuesdays." })
    const [waiting] = await one.waiting()
    expect(waiting?.files.map(({ name }) => name)).toEqual(["better letter.pdf", "letter.pdf"])
    const id = waiting?.files[0]?.id ?? ""
    expect((await w.asViewer((ctx) => readFile(ctx, id))).name).toBe("better letter.pdf")
    for (const as of [w.asLead, w.asMember, w.asOtherManager, w.asPublic])
      await expect(as((ctx) => readFile(ctx, id))).rejects.toThrow(NotFound)
    await expect(
      one.by((ctx) => readFile(ctx, id)),
      "nor by the link itself",
    ).rejects.toThrow(NotFound)
    const { opened } = await w.asWorker((ctx) => getFile(ctx, id))
    expect(opened).toMatchObject({ path: `representations/${one.id}`, mayChange: false })
    await expect(
      w.asWorker((ctx) =>
        changeFile(ctx, { id, name: "x", kind: "other", runsUntil: null, audience: "staff" }),
      ),
    ).rejects.toThrow(NotAllowed)
    expect((await w.asWorker((ctx) => listFiles(ctx, "representation", one.id))).files).toEqual([])
    const [entered] = (await one.by(getLinkedPaper)).entered
    expect(entered?.files.map(({ name, size }) => [name, size > 0])).toEqual([
      ["better letter.pdf", true],
      ["letter.pdf", true],
    ])
  })

  it("stands with the files of the paper once staff accept the reply, and with the reply that was filed", async () => {
    const one = await linked()
    await one.answer()
    await send(one, "letter.pdf")
    await send(one, "better letter.pdf")
    const [waiting] = await one.waiting()
    const [last] = waiting?.files ?? []
    const other = await linked()
    await other.answer()
    await send(other, "of another paper.pdf")
    const foreign = (await other.waiting())[0]?.files[0]?.id
    await expect(accept(waiting?.id, foreign)).rejects.toMatchObject({ field: "fileId" })
    await expect(accept(waiting?.id, last?.id, w.asViewer)).rejects.toThrow(NotAllowed)
    await accept(waiting?.id, last?.id)
    const { asks } = await w.asViewer((ctx) => getRepresentation(ctx, one.id))
    expect(asks[0]?.replies[0]).toMatchObject({ file: { id: last?.id, name: "better letter.pdf" } })
    const { files } = await w.asWorker((ctx) => listFiles(ctx, "representation", one.id))
    expect(files.map(({ name, audience }) => [name, audience]).sort()).toEqual([
      ["better letter.pdf", "staff"],
      ["letter.pdf", "staff"],
    ])
    expect(JSON.stringify(await paper(one.id))).not.toContain("letter.pdf")
    const groups = () => w.asMember((ctx) => listFilesAmong(ctx, "representation", [one.id]))
    expect(await groups()).toEqual([])
    // As any file of a paper: staff may give it to the groups.
    await w.asWorker((ctx) =>
      changeFile(ctx, {
        ...{ id: last?.id ?? "", name: "Their letter", kind: "letter" as const },
        ...{ runsUntil: null, audience: "members" },
      }),
    )
    expect((await groups()).map(({ name }) => name)).toEqual(["Their letter.pdf"])
    expect((await one.by(getLinkedPaper)).entered[0]?.files).toMatchObject([{ name: "Their letter.pdf" }])
    await expect(send(one, "late.pdf")).rejects.toThrow("Send a new reply first")
  })

  it("goes with a reply that staff do not record", async () => {
    const one = await linked()
    await one.answer()
    await send(one, "letter.pdf")
    const [waiting] = await one.waiting()
    await w.asWorker((ctx) => refuseProposal(ctx, { id: waiting?.id ?? "", reason: "Not yours to say." }))
    await expect(w.asWorker((ctx) => readFile(ctx, waiting?.files[0]?.id ?? ""))).rejects.toThrow(NotFound)
    expect((await one.by(getLinkedPaper)).entered[0]?.files).toEqual([])
  })

  it("is of the link’s own paper, and only so many soon and at all", async () => {
    const one = await linked()
    const other = await linked()
    await other.answer()
    await one.answer()
    await expect(send(one, "x.pdf", other.ask)).rejects.toThrow(RuleBroken)
    const upload = await pdf("x.pdf")
    await expect(
      one.by((ctx, of) => addFileByLink(ctx, { ...of, linkId: other.linkId }, { askId: other.ask, upload })),
    ).rejects.toThrow(NotAllowed)
    await expect(
      w.asManager((ctx) => one.by((_, of) => addFileByLink(ctx, of, { askId: one.ask, upload }))),
    ).rejects.toThrow(NotAllowed)
    expect((await other.waiting())[0]?.files).toEqual([])

    for (let at = 0; at < 10; at++) await one.by(ensureTakesFile)
    await expect(one.by(ensureTakesFile)).rejects.toThrow("Wait a quarter of an hour")
    await send(one, "first.pdf")
    await w.system((ctx) =>
      ctx.tx.execute(sql`
        insert into files (lio_id, on_kind, on_id, name, kind, digest, audience, added_at, removed_at)
        select f.lio_id, f.on_kind, f.on_id, f.name, f.kind, f.digest, f.audience, f.added_at, now()
        from files f, generate_series(1, ${MOST_FILES - 1}::int) where f.name = 'first.pdf'`),
    )
    await expect(send(one, "one too many.pdf")).rejects.toThrow("as many files as we can take")
  })

  it("is refused before anything is read once the link is ended, or the paper withdrawn", async () => {
    const one = await linked()
    await one.answer()
    await w.asWorker((ctx) => withdrawVersion(ctx, { id: one.id, version: 1, reason: "x" }))
    await expect(one.by(ensureTakesFile)).rejects.toThrow("withdrawn")
    await expect(send(one, "x.pdf")).rejects.toThrow("withdrawn")
    await w.asWorker((ctx) => endReplyLink(ctx, { id: one.linkId }))
    await expect(one.by(ensureTakesFile)).rejects.toThrow(SignedOut)
  })
})
