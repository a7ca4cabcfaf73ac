import { sql } from "drizzle-orm"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { unmergeGroups } from "@/lib/duplicates/merging/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addFiles, changeFile, removeFile, restoreFile } from "@/lib/files/commands"
import { getFile, listFiles, readFile } from "@/lib/files/queries"
import { readUpload } from "@/lib/files/reading/content"
import { harmlessName } from "@/lib/files/reading/names"
import { MOST_BYTES } from "@/lib/files/reading/types"
import { remindOfFiles } from "@/lib/files/reminding/commands"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { tidy } from "@/lib/housekeeping/commands"
import { readList } from "@/lib/lists/input"
import { findEverywhere } from "@/lib/search/queries"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { taskList } from "@/lib/tasks/filters"
import { listTasks } from "@/lib/tasks/queries"
import { undoAct } from "@/lib/undo/commands"
import { merge } from "./support/merging"
import { world } from "./support/world"

const w = await world()

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
const pdf = (name = "Constitution.pdf", more = "") =>
  readUpload({ name, bytes: Buffer.concat([PDF, Buffer.from(more)]) })
const input = { kind: "constitution" as const, runsUntil: null }
type As = typeof w.asWorker

async function put(
  {
    as = w.asWorker as As,
    on = ["group", w.foodbank.id],
    ...more
  }: { as?: As; on?: string[]; audience?: string } & Partial<
    Pick<Parameters<typeof addFiles>[1], "runsUntil" | "kind">
  > = {},
  upload = pdf(),
) {
  const [onKind = "", onId = ""] = on
  const uploads = [await upload]
  await as((ctx) => addFiles(ctx, { onKind, onId, ...input, ...more, uploads }))
  const { files } = await as((ctx) => listFiles(ctx, onKind, onId))
  return files[0]?.id ?? ""
}
const names = async (as: As, on = ["group", w.foodbank.id]) =>
  (await as((ctx) => listFiles(ctx, on[0] ?? "", on[1] ?? ""))).files.map(({ name }) => name)

describe("What may be uploaded", () => {
  const text = Buffer.from("Minutes of the meeting\n")
  it.each([
    ["a program called .pdf", { name: "x.pdf", bytes: Buffer.from("MZ\u0090\u0000\u0003\u0000") }],
    [
      "a picture with programs in it",
      { name: "x.svg", bytes: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>') },
    ],
    ["a zip", { name: "x.zip", bytes: Buffer.from(`PK\u0003\u0004${"\u0000".repeat(60)}`, "latin1") }],
    ["nothing", { name: "x.pdf", bytes: Buffer.alloc(0) }],
    ["more than 10 MB", { name: "x.pdf", bytes: Buffer.concat([PDF, Buffer.alloc(MOST_BYTES)]) }],
    [
      "a picture that is broken off",
      { name: "x.png", bytes: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") },
    ],
  ])("is not %s", async (_, upload) => {
    await expect(readUpload(upload)).rejects.toThrow(RuleBroken)
  })

  it("is told by its content, whatever it is called", async () => {
    expect((await readUpload({ name: "minutes.pdf", bytes: text })).name).toBe("minutes.txt")
    expect((await readUpload({ name: "members.CSV", bytes: Buffer.from("a,b\n1,2\n") })).name).toBe(
      "members.csv",
    )
    expect((await pdf("<script>.html")).name).toBe("script.pdf")
  })

  it("keeps names that people know, without what could do harm", () => {
    expect(harmlessName("Cyfansoddiad Côr Meibion 2026.docx", "docx")).toBe(
      "Cyfansoddiad Côr Meibion 2026.docx",
    )
    expect(harmlessName("../../etc/passwd", "txt")).toBe("etc passwd.txt")
    expect(harmlessName("invoice\u202egnp.exe", "png")).toBe("invoice gnp.png")
    expect(harmlessName("", "pdf")).toBe("File.pdf")
    expect([...harmlessName("x".repeat(900), "pdf")].length).toBe(154)
  })

  it("loses what was hidden in a picture, and gets a small one", async () => {
    const bytes = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#7a1f5c" } })
      .jpeg()
      .withExif({ IFD3: { GPSLatitude: "53/1 52/1 0/1" } })
      .toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const read = await readUpload({ name: "Hall.JPG", bytes })
    const [whole, small] = [
      await sharp(read.content.bytes).metadata(),
      await sharp(read.small?.bytes).metadata(),
    ]
    expect([whole.exif, whole.width, small.width]).toEqual([undefined, 2400, 320])
  })
})

describe("A file on a group", () => {
  it("is read by its people and staff, and one that is for staff only by staff", async () => {
    const open = await put()
    const closed = await put({ audience: "staff" }, pdf("Safeguarding concern.pdf", "x"))
    expect(await names(w.asViewer)).toEqual(["Safeguarding concern.pdf", "Constitution.pdf"])
    expect(await names(w.asMember)).toEqual(["Constitution.pdf"])
    expect((await w.asMember((ctx) => readFile(ctx, open))).bytes.equals(PDF)).toBe(true)
    for (const as of [w.asMember, w.asOutsider]) {
      await expect(as((ctx) => readFile(ctx, closed))).rejects.toThrow(NotFound)
      await expect(as((ctx) => getFile(ctx, closed))).rejects.toThrow(NotFound)
    }
    for (const as of [w.asOutsider, w.asPublic, w.asOtherManager])
      await expect(as((ctx) => readFile(ctx, open))).rejects.toThrow(NotFound)
    const bare = await w.asOutsider((ctx) =>
      ctx.tx.execute(sql`select (select count(*)::int from files) as files,
        (select count(*)::int from file_contents) as contents, (select count(*)::int from file_pieces) as pieces`),
    )
    expect([...bare]).toEqual([{ files: 0, contents: 0, pieces: 0 }])
  })

  it("is added by workers, managers and its leads, to their own", async () => {
    await put({ as: w.asLead as As }, pdf("Insurance.pdf"))
    for (const as of [w.asViewer, w.asMember]) await expect(put({ as: as as As })).rejects.toThrow(NotAllowed)
    await expect(put({ as: w.asOutsider as As })).rejects.toThrow(NotFound)
    await expect(put({ as: w.asOtherManager as As })).rejects.toThrow(NotFound)
    await expect(put({ as: w.asLead as As, audience: "staff" })).rejects.toThrow(RuleBroken)
    await expect(put({ on: ["lio", w.foodbank.id] })).rejects.toThrow(NotFound)
  })

  it("is kept once however often it is uploaded", async () => {
    await put({}, pdf("One.pdf", "same"))
    await put({ on: ["group", w.choir.id] }, pdf("Other.pdf", "same"))
    const digest = (await pdf("x.pdf", "same")).content.digest
    const [kept] = await w.system((ctx) =>
      ctx.tx.execute<{ count: number }>(
        sql`select count(*)::int as count from file_contents where digest = ${digest}`,
      ),
    )
    expect(kept?.count).toBe(1)
  })

  it("of several megabytes comes back byte for byte", async () => {
    const bytes = Buffer.concat([PDF, Buffer.alloc(3_000_000, "trellis ")])
    const id = await put({}, readUpload({ name: "Long.pdf", bytes }))
    expect((await w.asWorker((ctx) => readFile(ctx, id))).bytes.equals(bytes)).toBe(true)
  })

  it("stands on the timeline and in search, for whoever may read it", async () => {
    await put({ audience: "staff" }, pdf("Ysgrifennydd.pdf"))
    const found = (as: As) => as((ctx) => findEverywhere(ctx, "ysgrifennydd", { most: 5 }))
    expect(await found(w.asViewer)).toMatchObject([{ kind: "file", title: "Ysgrifennydd.pdf" }])
    expect(await found(w.asLead as As)).toEqual([])
    const told = async (as: As) =>
      (await as((ctx) => listTimeline(ctx, w.foodbank.id, {}))).rows.some(({ summary }) =>
        /Ysgrif/.test(summary),
      )
    expect([await told(w.asViewer), await told(w.asLead as As)]).toEqual([true, false])
  })

  it("is changed, removed and restored, and tells so", async () => {
    const id = await put({}, pdf("Draft.pdf", "draft"))
    await w.asWorker((ctx) =>
      changeFile(ctx, {
        id,
        name: "Policy on money.exe",
        kind: "policy",
        runsUntil: "2027-01-31",
        audience: "staff",
      }),
    )
    const { file } = await w.asWorker((ctx) => getFile(ctx, id))
    expect(file).toMatchObject({
      name: "Policy on money.pdf",
      kind: "policy",
      runsUntil: "2027-01-31",
      audience: "staff",
    })
    await expect(w.asViewer((ctx) => removeFile(ctx, { id }))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => removeFile(ctx, { id }))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => removeFile(ctx, { id }))
    await expect(w.asWorker((ctx) => readFile(ctx, id))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => undoAct(ctx, { what: "file", id }))
    expect(await names(w.asWorker)).toContain("Policy on money.pdf")
    await expect(w.asWorker((ctx) => restoreFile(ctx, { id }))).rejects.toThrow(NotFound)
  })

  it("goes for good after 30 days, with what it holds unless another file holds the same", async () => {
    const alone = await put({}, pdf("Alone.pdf", "alone"))
    const [one] = [
      await put({}, pdf("Twin.pdf", "twin")),
      await put({ on: ["group", w.choir.id] }, pdf("Twin.pdf", "twin")),
    ]
    for (const id of [alone, one]) await w.asWorker((ctx) => removeFile(ctx, { id }))
    await tidy("ribble", new Date(Date.now() + 31 * 86_400_000))
    const left = async (more: string) => {
      const { digest } = (await pdf("x.pdf", more)).content
      const [row] = await w.system((ctx) =>
        ctx.tx.execute<{ contents: number; pieces: number }>(sql`
          select (select count(*)::int from file_contents where digest = ${digest}) as contents,
            (select count(*)::int from file_pieces where digest = ${digest}) as pieces`),
      )
      return [row?.contents, row?.pieces]
    }
    expect([await left("alone"), await left("twin")]).toEqual([
      [0, 0],
      [1, 1],
    ])
  })

  it("goes along when two groups become one, and back", async () => {
    const twin = await w.system((ctx) => make.group(ctx, { name: "Clitheroe Foodbank" }))
    await put({ on: ["group", twin.id] }, pdf("Theirs.pdf", "theirs"))
    const { id } = await w.asManager((ctx) => merge(ctx, w.foodbank.id, twin.id))
    expect(await names(w.asLead as As)).toContain("Theirs.pdf")
    await w.asManager((ctx) => unmergeGroups(ctx, { id }))
    expect(await names(w.asLead as As)).not.toContain("Theirs.pdf")
  })
})

describe("A file that runs out", () => {
  it("leaves one task for staff 30 days before, and another when it is renewed", async () => {
    const at = (day: string) => new Date(`${day}T09:00:00Z`)
    const id = await put({ kind: "insurance", runsUntil: "2031-03-31" }, pdf("Insurance 2030.pdf", "2030"))
    const remind = (day: string) => w.system(remindOfFiles, "ribble", at(day))
    expect([await remind("2031-02-27"), await remind("2031-03-01"), await remind("2031-03-02")]).toEqual([
      0, 1, 0,
    ])
    const tasks = await w.asWorker((ctx) => listTasks(ctx, readList(taskList, { whose: "team" })))
    expect(JSON.stringify(tasks)).toContain("Insurance certificate runs out on 31 March 2031")
    await w.asWorker((ctx) =>
      changeFile(ctx, { id, name: "Insurance 2031.pdf", kind: "insurance", runsUntil: "2032-03-31" }),
    )
    expect(await remind("2032-03-10")).toBe(1)
  })
})

describe("A file on a session", () => {
  it("is for staff, and stands with the session", async () => {
    const session = await w.asWorker((ctx) =>
      recordSession(
        ctx,
        recordSessionInput.parse({
          kind: "advice",
          note: "Went through their accounts.",
          groupIds: [w.foodbank.id],
        }),
      ),
    )
    const on = ["session", session.id]
    const id = await put({ on }, pdf("Accounts.pdf", "accounts"))
    expect(await names(w.asViewer, on)).toEqual(["Accounts.pdf"])
    await expect(w.asLead((ctx) => listFiles(ctx, "session", session.id))).rejects.toThrow()
    await expect(w.asLead((ctx) => readFile(ctx, id))).rejects.toThrow(NotFound)
    expect(await names(w.asLead as As)).not.toContain("Accounts.pdf")
  })

  it("is changed, removed and restored as any other, though the session is with one group", async () => {
    const session = await w.asWorker((ctx) =>
      recordSession(
        ctx,
        recordSessionInput.parse({ kind: "advice", note: "Their lease.", groupIds: [w.foodbank.id] }),
      ),
    )
    const id = await put({ on: ["session", session.id] }, pdf("Lease.pdf", "lease"))
    const path = await w.asWorker(async (ctx) => (await getFile(ctx, id)).opened.path)
    expect(path).toContain(session.id)
    const input = { id, name: "Lease of the hall.pdf", kind: "other" as const, runsUntil: null }
    expect(await w.asWorker((ctx) => changeFile(ctx, input))).toEqual({ path, name: "Lease of the hall.pdf" })
    await w.asWorker((ctx) => removeFile(ctx, { id }))
    expect(await w.asWorker((ctx) => restoreFile(ctx, { id }))).toMatchObject({ path })
  })
})
