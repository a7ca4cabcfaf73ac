import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { signLink } from "@/lib/access/links"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import {
  acceptAcknowledgement,
  acceptProposal,
  acknowledgeByLink,
  answerByLink,
  refuseProposal,
} from "@/lib/representations/officer/commands"
import { endReplyLink, makeReplyLink } from "@/lib/representations/officer/links/commands"
import {
  byReplyLink,
  getLinkedPaper,
  listProposed,
  listReplyLinks,
} from "@/lib/representations/officer/queries"
import { closeRepresentation } from "@/lib/representations/outcomes/commands"
import { withdrawVersion } from "@/lib/representations/publishing/commands"
import { getRepresentation } from "@/lib/representations/queries"
import { listSendings } from "@/lib/representations/sending/queries"
import { officers, SAID } from "./support/officers"

const { w, closedOne, linked, publish, send, paper } = await officers()
const askOf = async (id: string) => (await w.asViewer((ctx) => getRepresentation(ctx, id))).asks[0]

describe("What a body enters by its link", () => {
  it("counts nowhere until staff accept it, as it is or put right", async () => {
    const { id, answer, waiting } = await linked()
    await answer({ replyText: "Perhaps." })
    await answer()
    const [one, ...more] = await waiting()
    expect(more).toEqual([])
    expect(one).toMatchObject({ words: "On Mondays.", sender: "Pat Lee, transport officer" })
    expect(await askOf(id)).toMatchObject({ reply: null, replies: [] })
    expect((await paper(id)).replies[0]).toMatchObject({ reply: null })
    const accepted = { ...SAID, id: one?.id ?? "", replyText: "On Mondays and Tuesdays.", fileId: null }
    await w.asWorker((ctx) => acceptProposal(ctx, accepted))
    expect((await paper(id)).replies[0]).toMatchObject({
      ...{ reply: "partly", replyText: "On Mondays and Tuesdays." },
    })
    expect((await askOf(id))?.replies[0]).toMatchObject({ sender: "Pat Lee, transport officer" })
    expect(await waiting()).toEqual([])
    await expect(w.asWorker((ctx) => acceptProposal(ctx, accepted))).rejects.toThrow(/already/)
  })

  it("is refused with a reason, which the body reads at its link", async () => {
    const { id, by, answer, waiting } = await linked()
    await answer()
    const [one] = await waiting()
    await w.asWorker((ctx) => refuseProposal(ctx, { id: one?.id ?? "", reason: "Which Monday?" }))
    expect((await by(getLinkedPaper)).entered).toMatchObject([
      { refusedReason: "Which Monday?", decided: true },
    ])
    expect(await askOf(id)).toMatchObject({ reply: null })
    await answer()
    expect(await waiting()).toHaveLength(1)
  })

  it("may say that they have the paper, which is then noted for each ask", async () => {
    const { id, by, waiting } = await linked()
    await by((ctx, of) => acknowledgeByLink(ctx, of, "The post room"))
    const [one] = await waiting()
    expect(await askOf(id)).toMatchObject({ acknowledgedOn: null })
    await w.asWorker((ctx) => acceptAcknowledgement(ctx, { id: one?.id ?? "" }))
    expect(await askOf(id)).toMatchObject({
      acknowledgedOn: expect.any(String),
      ...{ reply: null, replies: [{ reply: "acknowledged", sender: "The post room" }] },
    })
  })

  it("leaves staff one task, however many answers wait", async () => {
    const { answer, by } = await linked()
    const count = async () =>
      (await w.asWorker((ctx) => ctx.tx.execute(sql`select 1 from tasks where what like 'Check the reply%'`)))
        .length
    const before = await count()
    await answer()
    await by((ctx, of) => acknowledgeByLink(ctx, of, "The post room"))
    expect(await count()).toBe(before + 1)
  })

  it("is off the list of tasks once the last that waits is decided on", async () => {
    const { id, answer, by, waiting } = await linked()
    await answer()
    await by((ctx, of) => acknowledgeByLink(ctx, of, "The post room"))
    const open = async () =>
      (
        await w.asWorker((ctx) =>
          ctx.tx.execute(
            sql`select 1 from tasks where what like ${`%(/representations/${id})`} and done_at is null`,
          ),
        )
      ).length
    const [first, second] = await waiting()
    const before = await open()
    await w.asWorker((ctx) => acceptAcknowledgement(ctx, { id: first?.id ?? "" }))
    const between = await open()
    await w.asWorker((ctx) => refuseProposal(ctx, { id: second?.id ?? "", reason: "Which Monday?" }))
    expect([before, between, await open()]).toEqual([1, 1, 0])
  })

  it("is refused once it comes too often, as a link may have been passed on to anybody", async () => {
    const { answer, linkId } = await linked()
    await w.operator`
      insert into rate_limits (key, points, expire) values (${`reply-link:${linkId}`}, 60, ${Date.now() + 600_000})`
    await expect(answer()).rejects.toThrow(/Wait a quarter of an hour/)
  })

  it("keeps the rules of a reply", async () => {
    const { answer } = await linked()
    await expect(answer({ reply: "rejected" as never })).rejects.toThrow(/reason/)
    await expect(answer({ reply: "promised" as never })).rejects.toThrow(/who promised/)
  })
})

describe("A link of a body", () => {
  it("opens its own paper and no other", async () => {
    const { by, answer } = await linked()
    const other = await linked()
    await expect(answer({ askId: other.ask })).rejects.toThrow(NotFound)
    await expect(
      by((ctx, of) => answerByLink(ctx, { ...of, linkId: other.linkId }, { ...SAID, askId: other.ask })),
    ).rejects.toThrow()
    expect(await other.waiting()).toEqual([])
    for (const tried of [
      (id: string) => by((ctx) => getRepresentation(ctx, id)),
      (id: string) => by((ctx) => listProposed(ctx, id)),
      (id: string) => by((ctx) => listReplyLinks(ctx, id)),
      (id: string) => by((ctx) => listSendings(ctx, id)),
      (id: string) => by((ctx) => closeRepresentation(ctx, { id, outcome: "x" })),
    ])
      await expect(tried(other.id)).rejects.toThrow(NotAllowed)
    expect(
      await by((ctx) =>
        ctx.tx.execute(sql`select 1 from proposed_replies union all select 1 from reply_links`),
      ),
    ).toEqual([])
  })

  it("opens nothing once it is ended, forged, expired, or of another LIO", async () => {
    const { linkId, by, answer, key } = await linked()
    const open = (given: { lio?: string; key: string }) =>
      byReplyLink({ lio: "ribble", ...given }, async () => "open")
    expect(await open({ key })).toBe("open")
    const link = { purpose: "reply" as const, lio: w.ribble.id, person: "", about: linkId }
    for (const given of [
      { key: `${key.split(".")[0]}.x` },
      { key: "" },
      { key: signLink({ ...link, expires: Date.now() - 1 }) },
      { key: signLink({ ...link, purpose: "renewal" }) },
      { key: signLink({ ...link, about: w.foodbank.id }) },
      { key: signLink({ ...link, lio: w.other.id }) },
      { lio: "other", key },
    ])
      await expect(open(given), JSON.stringify(given)).rejects.toThrow(SignedOut)
    await expect(w.asViewer((ctx) => endReplyLink(ctx, { id: linkId }))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => endReplyLink(ctx, { id: linkId }))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => endReplyLink(ctx, { id: linkId }))
    await expect(answer()).rejects.toThrow(SignedOut)
    await expect(by(getLinkedPaper)).rejects.toThrow(SignedOut)
  })

  it("leads to a later version where the one that was sent is withdrawn, and to none where all are", async () => {
    const { id, by, answer } = await linked()
    const withdraw = (version: number) =>
      w.asWorker((ctx) => withdrawVersion(ctx, { id, version, reason: "x" }))
    await publish(id)
    expect((await by(getLinkedPaper)).paper.version).toBe(1)
    await withdraw(1)
    expect((await by(getLinkedPaper)).paper.version).toBe(2)
    await withdraw(2)
    expect((await by(getLinkedPaper)).published.content).toBeNull()
    await expect(answer()).rejects.toThrow(/withdrawn/)
    await expect(by((ctx, of) => acknowledgeByLink(ctx, of, "Pat"))).rejects.toThrow(/withdrawn/)
  })

  it("is read and not answered once the paper is closed", async () => {
    const { id, ask, by, answer } = await linked()
    await w.asWorker((ctx) => ctx.tx.execute(sql`update asks set reply = 'no_reply' where id = ${ask}`))
    await w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Nothing." }))
    expect((await by(getLinkedPaper)).paper.closed).toBe(true)
    await expect(answer()).rejects.toThrow(/closed/)
  })

  it("is made, and what it brought decided on, by workers and managers alone", async () => {
    const { id, answer, waiting } = await linked()
    await answer()
    const [one] = await waiting()
    const accepted = { ...SAID, id: one?.id ?? "", fileId: null }
    for (const as of [w.asViewer, w.asLead]) {
      await expect(as((ctx) => makeReplyLink(ctx, { id, name: "Eve" }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => acceptProposal(ctx, accepted))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => refuseProposal(ctx, { id: accepted.id, reason: "x" }))).rejects.toThrow(
        NotAllowed,
      )
    }
    await expect(w.asOtherManager((ctx) => acceptProposal(ctx, accepted))).rejects.toThrow(NotFound)
    expect((await w.asViewer((ctx) => listReplyLinks(ctx, id)))[0]?.path).toBeNull()
  })
})

describe("Sending a paper from here", () => {
  const emails = (over = {}) => ({
    ...{ how: "trellis", toName: "Pat Lee", toEmail: "pat@council.example", words: "As we said." },
    ...{ copies: ["clerk@council.example"], link: "yes" },
    ...over,
  })
  const letters = () =>
    w.system((ctx) =>
      ctx.tx.execute<{ to: string; reply: string | null }>(
        sql`select to_email as "to", props ->> 'replyUrl' as reply from letters where letter = 'representation-sent' order by created_at, to_email`,
      ),
    )

  it("emails it with a link to answer, copies without one, and knows what became of it", async () => {
    const { id } = await closedOne()
    await publish(id)
    await send(id, { ...emails(), button: "try" })
    expect((await letters()).map(({ to }) => to)).toEqual(["worker@ribble.example"])
    expect(await w.asViewer((ctx) => listSendings(ctx, id))).toEqual([])
    await send(id, emails())
    const [, copy, original] = await letters()
    expect(copy).toEqual({ to: "clerk@council.example", reply: null })
    expect(original?.reply).toContain("/ribble/representations/reply?key=")
    const receipt = async () => (await w.asViewer((ctx) => listSendings(ctx, id)))[0]?.receipt
    expect(await receipt()).toBe("waiting")
    await w.system((ctx) =>
      ctx.tx.execute(sql`update letters set sent_at = now() where to_email = 'pat@council.example'`),
    )
    expect(await receipt()).toBe("sent")
    await w.system((ctx) =>
      ctx.tx.execute(sql`insert into letter_reports (lio_id, event_id, kind, email, at)
        values (${ctx.lio.id}, 'e1', 'bounce', 'pat@council.example', now() + interval '1 minute')`),
    )
    expect(await receipt()).toBe("bounced")
  })

  it("is noted when it went another way, and may go again in a later version; the first stays what was sent", async () => {
    const { id } = await closedOne()
    await publish(id)
    await send(id, { how: "post", toName: "The clerk" })
    await publish(id)
    await send(id, emails({ version: 2, link: "" }))
    const whole = await w.asViewer((ctx) => getRepresentation(ctx, id))
    expect(whole).toMatchObject({ sentVersion: 1 })
    const sent = await w.asViewer((ctx) => listSendings(ctx, id))
    expect(sent.map(({ version, how, receipt }) => [version, how, receipt !== null])).toEqual([
      [2, "trellis", true],
      [1, "post", false],
    ])
    expect(await w.asViewer((ctx) => listReplyLinks(ctx, id))).toEqual([])
    await expect(send(id, emails({ toEmail: null }))).rejects.toThrow(RuleBroken)
    await expect(
      w.asManager((ctx) => ctx.tx.execute(sql`delete from representation_sends`)),
    ).rejects.toThrow()
  })
})
