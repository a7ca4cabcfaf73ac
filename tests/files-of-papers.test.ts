import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { representations } from "@/db/schema"
import { NotFound } from "@/lib/errors"
import { addFiles } from "@/lib/files/commands"
import { getFile, listFilesAmong } from "@/lib/files/queries"
import { readUpload } from "@/lib/files/reading/content"
import { startRepresentation } from "@/lib/representations/commands"
import { representationInput } from "@/lib/representations/input"
import { world } from "./support/world"

const w = await world()
type As = typeof w.asWorker

async function put(onId: string, audience: string, name: string) {
  const uploads = [await readUpload({ name, bytes: Buffer.from(name) })]
  await w.asWorker((ctx) =>
    addFiles(ctx, { onKind: "representation", onId, kind: "letter", runsUntil: null, audience, uploads }),
  )
}

describe("A file on a representation", () => {
  it("stands with what came of it for each group that may read it, and for nobody else", async () => {
    const paper = await w.asWorker((ctx) =>
      startRepresentation(ctx, representationInput.parse({ title: "Buses at night", bodyId: w.council.id })),
    )
    await put(paper.id, "members", "Their letter.txt")
    await put(paper.id, "staff", "Our notes.txt")
    const among = async (as: As) =>
      (await as((ctx) => listFilesAmong(ctx, "representation", [paper.id, w.foodbank.id]))).map(
        ({ name, onId }) => [name, onId],
      )
    expect(await among(w.asViewer)).toHaveLength(2)
    expect(await among(w.asMember)).toEqual([["Their letter.txt", paper.id]])
    for (const as of [w.asPublic as As, w.asOtherManager as As]) expect(await among(as)).toEqual([])
    expect(await w.asWorker((ctx) => listFilesAmong(ctx, "representation", []))).toEqual([])

    const [letter] = await w.asMember((ctx) => listFilesAmong(ctx, "representation", [paper.id]))
    const open = (as: As) => as((ctx) => getFile(ctx, letter?.id ?? ""))
    await expect(open(w.asMember), "before it is sent").rejects.toThrow(NotFound)
    await w.system((ctx) =>
      ctx.tx.update(representations).set({ sentOn: "2026-06-01" }).where(eq(representations.id, paper.id)),
    )
    expect((await open(w.asMember)).opened).toMatchObject({ path: "outcomes", mayChange: false })
    expect((await open(w.asViewer)).opened.path).toBe(`representations/${paper.id}`)
    await expect(open(w.asOtherManager as As)).rejects.toThrow(NotFound)
  })
})
