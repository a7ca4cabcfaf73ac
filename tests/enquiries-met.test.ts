import { describe, expect, it } from "vitest"
import { recordMeeting } from "@/lib/enquiries/meeting/commands"
import { recordMeetingInput } from "@/lib/enquiries/meeting/input"
import { getEnquiry, listWaitingEnquiries } from "@/lib/enquiries/queries"
import { NotAllowed } from "@/lib/errors"
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
