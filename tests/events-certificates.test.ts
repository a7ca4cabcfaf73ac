import { describe, expect, it } from "vitest"
import { bookingPaths } from "@/lib/access/links"
import { writeForm } from "@/lib/documents/making/write"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { noteCame } from "@/lib/events/attendance/commands"
import { noteAttendanceInput } from "@/lib/events/attendance/input"
import { byBookingLink } from "@/lib/events/booking/queries"
import { readCertificate } from "@/lib/events/certificates/queries"
import { gathering } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { asStaff, published, book, idOf, hours } = gathering(w)

describe("A certificate", () => {
  it("is for those who came, from staff or with the link of the booking, and for nobody else", async () => {
    const { id, dateId } = await published()
    await book(dateId, "Ann", { colleagues: "Bea" })
    const ann = await idOf(dateId, "Ann")
    const bea = await idOf(dateId, "Bea")
    await expect(w.asViewer((ctx) => readCertificate(ctx, bea))).rejects.toThrow(RuleBroken)
    const input = noteAttendanceInput.parse({ eventId: id, dateId, press: `came ${bea}` })
    await asStaff((ctx) => noteCame(ctx, input), new Date("2026-11-20T10:05:00Z"))
    const document = await w.asViewer((ctx) => readCertificate(ctx, bea))
    expect(document.facts.map(({ value }) => value)).toEqual([
      ...["Bea", "First aid at work", "Friday 20 November 2026, 10am to 12:30pm", "The Old Library"],
      "2 hours 30 minutes",
    ])
    expect((await writeForm(document, "pdf")).subarray(0, 5).toString()).toBe("%PDF-")
    const linkOf = (head: string) => ({
      lio: "ribble",
      key: bookingPaths(w.ribble, head, hours(5000)).url.split("key=")[1] ?? "",
    })
    expect(await byBookingLink(linkOf(ann), (ctx) => readCertificate(ctx, bea))).toEqual(document)
    await expect(byBookingLink(linkOf(ann), (ctx) => readCertificate(ctx, ann))).rejects.toThrow(RuleBroken)
    const other = await published()
    await book(other.dateId, "Cal")
    const cal = linkOf(await idOf(other.dateId, "Cal"))
    await expect(byBookingLink(cal, (ctx) => readCertificate(ctx, bea))).rejects.toThrow(NotAllowed)
    for (const as of [w.asPublic, w.asLead])
      await expect(as((ctx) => readCertificate(ctx, bea))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => readCertificate(ctx, bea))).rejects.toThrow(NotFound)
  })
})
