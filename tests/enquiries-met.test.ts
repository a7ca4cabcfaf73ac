import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { changeEnquiry, endEnquiry, enterEnquiry } from "@/lib/enquiries/commands"
import { changeEnquiryInput, enterInput } from "@/lib/enquiries/input"
import { recordMeeting } from "@/lib/enquiries/meeting/commands"
import { recordMeetingInput } from "@/lib/enquiries/meeting/input"
import { getEnquiry, listWaitingEnquiries } from "@/lib/enquiries/queries"
import { toChange } from "@/lib/enquiries/words"
import { NotAllowed, NotFound } from "@/lib/errors"
import { asSeen } from "@/lib/seen"
import { listSessionsOfEnquiry } from "@/lib/sessions/list/queries"
import { world } from "./support/world"

const w = await world()
type Said = Record<string, unknown>

describe("Somebody with an idea met in a session", () => {
  const form = { draft: "session.new", button: "save", kind: "phone", note: "A talk" }
  const meet = async (said: Said, as = w.asWorker) => {
    const { session } = await as((ctx) => recordMeeting(ctx, recordMeetingInput.parse({ ...form, ...said })))
    return session
  }

  it("becomes an enquiry, and the session is about it without a group", async () => {
    const made = await meet({ ideaName: "Ifan Idea", ideaAbout: "A men’s shed", ideaPhone: "01632 960 222" })
    expect(made).toMatchObject({ groups: [], enquiries: [{ name: "Ifan Idea" }] })
    const id = made?.enquiries[0]?.id ?? ""
    expect(await w.asViewer((ctx) => getEnquiry(ctx, id))).toMatchObject({
      ...{ name: "Ifan Idea", about: "A men’s shed", phone: "01632 960 222", source: "phone" },
      helper: "Wendy Worker",
    })
    const about = await w.asViewer((ctx) => listSessionsOfEnquiry(ctx, id))
    expect(about.rows.map((row) => row.id)).toEqual([made?.id])
    const both = await meet({ ideaName: "Nia", ideaAbout: "Tea", kind: "visit", groupIds: [w.choir.id] })
    expect(both?.groups).toHaveLength(1)
    const nia = await w.asViewer((ctx) => getEnquiry(ctx, both?.enquiries[0]?.id ?? ""))
    expect(nia.source).toBe("visit")
  })

  it("is asked for by name and idea, both or neither, and not for a draft", () => {
    const wrong = (said: Said) =>
      recordMeetingInput
        .safeParse({ ...form, ...said })
        .error?.issues.map(({ path, message }) => [path[0], message])
    expect(wrong({ ideaName: "Ifan" })).toEqual([["ideaAbout", "Enter something about their idea"]])
    expect(wrong({ ideaPhone: "01632 960 222" })).toEqual([["ideaName", "Enter their name"]])
    expect(wrong({ ideaName: "Ifan", note: "" })?.map(([field]) => field)).toEqual(["note", "ideaAbout"])
    expect(wrong({})).toBeUndefined()
    expect(wrong({ ideaName: "Ifan", button: "draft" })).toBeUndefined()
  })

  it("leaves nothing behind when the session is refused", async () => {
    const before = await w.asViewer((ctx) => listWaitingEnquiries(ctx))
    await expect(meet({ ideaName: "Ifan", ideaAbout: "Tea", on: "2999-01-01" })).rejects.toThrow()
    await expect(meet({ ideaName: "Ifan", ideaAbout: "Tea" }, w.asViewer)).rejects.toThrow(NotAllowed)
    expect(await w.asViewer((ctx) => listWaitingEnquiries(ctx))).toHaveLength(before.length)
  })
})

describe("What is known of an enquiry", () => {
  const enter = () =>
    w.asWorker((ctx) =>
      enterEnquiry(ctx, enterInput.parse({ source: "phone", name: "Gwen", about: "A shed" })),
    )
  const change = (id: string, more: Said = {}, as = w.asWorker) =>
    as((ctx) =>
      changeEnquiry(
        ctx,
        changeEnquiryInput.parse({
          id,
          name: "Gwen Idea",
          about: "A shed",
          email: "gwen@shed.example",
          ...more,
        }),
      ),
    )

  it("is said better while it is open, and none of it stands in the history", async () => {
    const { id } = await enter()
    await change(id, { place: "AV2 2XA" })
    expect(await w.asViewer((ctx) => getEnquiry(ctx, id))).toMatchObject({
      ...{ name: "Gwen Idea", email: "gwen@shed.example", place: "AV2 2XA", phone: null, source: "phone" },
    })
    const lines = await w.system((ctx) =>
      ctx.tx.execute(
        sql`select e::text as line from events e where subject_id = ${id} and what = 'enquiry.changed'`,
      ),
    )
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toMatch(/Gwen|shed|AV2/)
    await w.asWorker((ctx) => endEnquiry(ctx, { id, because: null }))
    await expect(change(id)).rejects.toThrow(NotFound)
  })

  it("is not lost where two change it at once", async () => {
    const { id } = await enter()
    const seen = asSeen(toChange(await w.asWorker((ctx) => getEnquiry(ctx, id))))
    await change(id, { phone: "01632 960 333", seen })
    await expect(change(id, { phone: "01632 960 444", seen })).rejects.toThrow("Somebody saved changes")
  })

  it("is changed by workers and managers of the LIO alone", async () => {
    const { id } = await enter()
    for (const as of [w.asViewer, w.asLead, w.asPublic])
      await expect(change(id, {}, as)).rejects.toThrow(NotAllowed)
    await expect(change(id, {}, w.asOtherManager)).rejects.toThrow(NotFound)
  })
})
