import { describe, expect, it } from "vitest"
import { bookingPaths } from "@/lib/access/links"
import { NotAllowed, NotFound } from "@/lib/errors"
import { givePlaceBack } from "@/lib/events/booking/commands"
import { byBookingLink } from "@/lib/events/booking/queries"
import { listMaterials, readMaterial } from "@/lib/events/materials/queries"
import { addFiles } from "@/lib/files/commands"
import { listFiles, readFile } from "@/lib/files/queries"
import { readUpload } from "@/lib/files/reading/content"
import { gathering, NOW } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { published, book, idOf, hours } = gathering(w)
const linkOf = (head: string) => ({
  lio: "ribble",
  key: bookingPaths(w.ribble, head, hours(5000)).url.split("key=")[1] ?? "",
})

describe("What goes with an event", () => {
  it("is for those who have a place, with their link, and for nobody who waits or booked another", async () => {
    const { id, dateId } = await published({ capacity: "1" })
    const other = await published()
    for (const name of ["Ann", "Bea"]) await book(dateId, name)
    await book(other.dateId, "Cal")
    const put = async (name: string, audience: string, words: string) => {
      const uploads = [await readUpload({ name, bytes: Buffer.from(words) })]
      await w.asWorker((ctx) =>
        addFiles(ctx, { onKind: "event", onId: id, kind: "other", runsUntil: null, audience, uploads }),
      )
    }
    await put("Slides.txt", "members", "Keep people safe.\n")
    await put("Trainer’s notes.txt", "staff", "They are paid on the day.\n")
    const { files } = await w.asViewer((ctx) => listFiles(ctx, "event", id))
    expect(files.map(({ name }) => name).sort()).toEqual(["Slides.txt", "Trainer’s notes.txt"])
    const [slides, notes] = ["Slides.txt", "Trainer’s notes.txt"].map(
      (one) => files.find(({ name }) => name === one)?.id ?? "",
    )
    const [ann, bea] = await Promise.all(["Ann", "Bea"].map((name) => idOf(dateId, name)))
    const cal = await idOf(other.dateId, "Cal")
    const shown = async (head = "") =>
      (await byBookingLink(linkOf(head), listMaterials, NOW)).map(({ name }) => name)
    expect(await shown(ann)).toEqual(["Slides.txt"])
    expect(await shown(bea)).toEqual([])
    expect(await shown(cal)).toEqual([])
    const read = (head = "", file = "") => readMaterial(linkOf(head), file)
    expect((await read(ann, slides)).bytes.toString()).toBe("Keep people safe.\n")
    for (const [head, file] of [
      [ann, notes],
      [bea, slides],
      [cal, slides],
    ])
      await expect(read(head, file)).rejects.toThrow(NotFound)
    await expect(readMaterial({ lio: "ribble", key: "made up" }, slides ?? "")).rejects.toThrow(NotFound)
    for (const as of [w.asPublic, w.asOtherManager])
      await expect(as((ctx) => readFile(ctx, slides ?? ""))).rejects.toThrow(NotFound)
    await expect(w.asLead((ctx) => listFiles(ctx, "event", id))).rejects.toThrow(NotAllowed)
    await byBookingLink(linkOf(ann ?? ""), (ctx) => givePlaceBack(ctx, { id: ann ?? "" }), NOW)
    expect(await shown(ann)).toEqual([])
  })
})
