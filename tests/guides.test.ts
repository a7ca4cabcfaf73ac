import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { asPublic } from "@/lib/access/doors"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { confirmGuide, giveGuide, restoreGuide, retireGuide } from "@/lib/guides/commands"
import { guideFields, slugOf } from "@/lib/guides/input"
import { getGuide, listVersions } from "@/lib/guides/reading/queries"
import { remarkFrom } from "@/lib/guides/remarks/commands"
import { remindOfReviews } from "@/lib/guides/review/commands"
import { waiting } from "@/lib/guides/waiting"
import {
  changeGuide,
  checkGuide,
  discardGuide,
  publishGuide,
  sendForCheck,
  startGuide,
} from "@/lib/guides/writing/commands"
import { getComparison } from "@/lib/guides/writing/comparison/queries"
import { getStaffGuide } from "@/lib/guides/writing/overview/queries"
import { listToCheck } from "@/lib/guides/writing/queries"
import { guidesOf, said } from "./support/guides"
import { world } from "./support/world"

const w = await world()
const { rows, seen, check, publish, published, shownTo, rewrite } = guidesOf(w)
const discard = async (slug: string) => {
  const at = { slug, seen: await seen(slug) }
  return w.asWorker((ctx) => discardGuide(ctx, at))
}
const waits = (ctx: Ctx) => waiting["guides/manage"]?.(ctx) ?? Promise.resolve(-1)

describe("A guide of an LIO’s own", () => {
  it("is seen by nobody but staff until a second person has checked it and it is published", async () => {
    const { slug } = await w.asWorker((ctx) => startGuide(ctx, said("Hire our rooms")))
    expect(slug).toBe("hire-our-rooms")
    await expect(w.asPublic((ctx) => getGuide(ctx, slug))).rejects.toThrow(NotFound)
    await expect(w.asLead((ctx) => getStaffGuide(ctx, slug))).rejects.toThrow(NotAllowed)
    const at = { slug, seen: await seen(slug) }
    await expect(publish(slug)).rejects.toThrow("A colleague has to check it first.")
    await w.asWorker((ctx) => sendForCheck(ctx, at))
    expect(await w.asManager((ctx) => waits(ctx))).toBe(1)
    expect(await w.asWorker((ctx) => waits(ctx))).toBe(0)
    await expect(w.asWorker((ctx) => checkGuide(ctx, at))).rejects.toThrow("a colleague has to check it")
    await w.asManager((ctx) => checkGuide(ctx, at))
    await publish(slug)
    expect(await w.asPublic((ctx) => getGuide(ctx, slug))).toMatchObject({ version: 1, own: true })
    expect(await shownTo()).toContain(slug)
    expect(await shownTo("other")).not.toContain(slug)
    await expect(asPublic("other", (ctx) => getGuide(ctx, slug))).rejects.toThrow(NotFound)
  })

  it("has to be checked again once it was changed", async () => {
    const { slug } = await w.asWorker((ctx) => startGuide(ctx, said("Find a venue")))
    await check(slug)
    await rewrite(slug, "Another body")
    await expect(publish(slug)).rejects.toThrow("A colleague has to check it first.")
  })

  it("can be published by a manager who is alone", async () => {
    const { slug } = await w.asOtherManager((ctx) => startGuide(ctx, said("Alone")))
    const { seen, may } = await w.asOtherManager((ctx) => getStaffGuide(ctx, slug))
    expect(may.publishAlone).toBe(true)
    await w.asOtherManager((ctx) =>
      publishGuide(ctx, { slug, seen, change: "First version", reviewOn: null }),
    )
    expect(await shownTo("other")).toContain(slug)
  })

  it("keeps every version as it was, at an address of its own", async () => {
    const slug = await published("Borrow a projector", "Ring us.")
    await rewrite(slug, "Email us.")
    await check(slug)
    await publish(slug, "By email now")
    expect(await w.asPublic((ctx) => getGuide(ctx, slug))).toMatchObject({ version: 2, body: "Email us." })
    expect(await w.asPublic((ctx) => getGuide(ctx, slug, 1))).toMatchObject({ body: "Ring us.", newest: 2 })
    const versions = await w.asPublic((ctx) => listVersions(ctx, slug))
    expect(
      versions.map(({ version, change, writtenBy, checkedBy }) => [version, change, writtenBy, checkedBy]),
    ).toEqual([
      [2, "By email now", "Wendy Worker", "Maureen Pye"],
      [1, "First version", "Wendy Worker", "Maureen Pye"],
    ])
    const rewritten = w.asManager((ctx) =>
      ctx.tx.execute(sql`update guide_versions set body = 'Other' where version = 1`),
    )
    await expect(rewritten).rejects.toThrow()
    const { parts } = await w.asViewer((ctx) => getComparison(ctx, slug, {}))
    expect(parts.at(-1)?.lines).toEqual([
      {
        kind: "changed",
        parts: [
          { kind: "gone", text: "Ring" },
          { kind: "come", text: "Email" },
          { kind: "same", text: " us." },
        ],
      },
    ])
  })

  it("loses nothing when two people write at once", async () => {
    const slug = await published("Two writers", "As it was.")
    const opened = await seen(slug)
    await w.asWorker((ctx) => changeGuide(ctx, { slug, seen: opened, ...said("Two writers", "By Wendy.") }))
    const first = await seen(slug)
    const late = w.asManager((ctx) =>
      changeGuide(ctx, { slug, seen: opened, ...said("Two writers", "By Maureen.") }),
    )
    await expect(late).rejects.toMatchObject({
      message: expect.stringContaining("Wendy Worker saved this guide"),
      theirs: { otherBody: "By Wendy.", seen: first },
    })
    await check(slug)
    await publish(slug, "Wendy’s words")
    await rewrite(slug, "A new draft.")
    // The first draft had the same number: what was published since must not be overwritten either.
    const later = w.asManager((ctx) =>
      changeGuide(ctx, { slug, seen: first, ...said("Two writers", "Late.") }),
    )
    await expect(later).rejects.toMatchObject({ theirs: { otherBody: "A new draft." } })
    const read = { slug, seen: await seen(slug) }
    await w.asWorker((ctx) => sendForCheck(ctx, read))
    await rewrite(slug, "Changed after it was read.")
    await expect(w.asManager((ctx) => checkGuide(ctx, read))).rejects.toThrow("Read it again first")
  })

  it("keeps a draft that was begun anew from whoever had the discarded one open", async () => {
    const slug = await published("Begun anew", "As it was.")
    await rewrite(slug, "The first draft.")
    const opened = await seen(slug)
    await w.asManager((ctx) => discardGuide(ctx, { slug, seen: opened }))
    await rewrite(slug, "The second draft.")
    const late = w.asManager((ctx) =>
      changeGuide(ctx, { slug, seen: opened, ...said("Begun anew", "Over the first.") }),
    )
    await expect(late).rejects.toMatchObject({ theirs: { otherBody: "The second draft." } })
  })

  it("goes with guides that are there, and no others", async () => {
    const related = (typed: string) =>
      w.asWorker((ctx) => startGuide(ctx, guideFields.parse({ ...said("Goes with"), related: typed })))
    await expect(related("no-such-guide")).rejects.toThrow("There is no guide at the address no-such-guide.")
    expect((await related("hire-our-rooms")).slug).toBe("goes-with")
  })

  it("waits on Today of whoever can check it", async () => {
    const { slug } = await w.asWorker((ctx) => startGuide(ctx, said("To be read")))
    const at = { slug, seen: await seen(slug) }
    await w.asWorker((ctx) => sendForCheck(ctx, at))
    const titles = async (as: typeof w.asManager) =>
      (await as((ctx) => listToCheck(ctx, 50))).map(({ title }) => title)
    expect(await titles(w.asManager)).toContain("To be read")
    expect(await titles(w.asWorker)).not.toContain("To be read")
    await expect(w.asLead((ctx) => listToCheck(ctx, 50))).rejects.toThrow(NotAllowed)
  })

  it("is retired, restored and discarded", async () => {
    const slug = await published("Old news")
    await rewrite(slug, "Newer words")
    const read = { slug, seen: await seen(slug) }
    await rewrite(slug, "Newer still, after it was read")
    await expect(w.asManager((ctx) => discardGuide(ctx, read))).rejects.toThrow("Read it again first")
    expect(await discard(slug)).toMatchObject({ gone: false })
    await expect(w.asWorker((ctx) => retireGuide(ctx, { slug }))).rejects.toThrow(NotAllowed)
    await w.asManager((ctx) => retireGuide(ctx, { slug }))
    await expect(w.asPublic((ctx) => getGuide(ctx, slug))).rejects.toThrow(NotFound)
    await expect(w.asPublic((ctx) => getGuide(ctx, slug, 1))).rejects.toThrow(NotFound)
    await w.asManager((ctx) => restoreGuide(ctx, { slug }))
    expect(await shownTo()).toContain(slug)
    const { slug: fresh } = await w.asWorker((ctx) => startGuide(ctx, said("Never mind")))
    expect(await discard(fresh)).toMatchObject({ gone: true })
    await expect(w.asWorker((ctx) => getStaffGuide(ctx, fresh))).rejects.toThrow(NotFound)
  })

  it("has a name in the address that no page and no other guide has", async () => {
    const slugs = [slugOf("Llety’r Ŵyl & more!"), slugOf("¡!")]
    expect(slugs).toEqual(["lletyr-wyl-more", ""])
    for (const title of ["Hire our rooms", "New", "Manage", "2026"]) {
      const { slug } = await w.asWorker((ctx) => startGuide(ctx, said(title)))
      expect(guideFields.shape && slug).toMatch(/^[a-z][a-z0-9-]+$/)
      expect(["hire-our-rooms", "new", "manage"]).not.toContain(slug)
    }
  })
})

describe("Looking after a guide", () => {
  it("makes a task for its owner on the day it is to be checked again, once", async () => {
    const slug = await published("Yearly")
    await w.asManager((ctx) => giveGuide(ctx, { slug, ownerId: w.worker.id }))
    const year = new Date(Date.now() + 370 * 86_400_000)
    expect(await w.system(remindOfReviews, "ribble", year)).toBeGreaterThan(0)
    expect(await w.system(remindOfReviews, "ribble", year)).toBe(0)
    const tasks = [
      ...(await rows<{ what: string; assignee: string }>(
        sql`select what, assignee_id as assignee from tasks where what like '%“Yearly”%'`,
      )),
    ]
    expect(tasks).toEqual([
      { what: expect.stringContaining("Check the guide “Yearly” again"), assignee: w.worker.id },
    ])
    await w.asWorker((ctx) => confirmGuide(ctx, { slug, reviewOn: null }))
    expect((await w.asPublic((ctx) => getGuide(ctx, slug))).version).toBe(1)
    await expect(w.asWorker((ctx) => confirmGuide(ctx, { slug, reviewOn: "2020-01-01" }))).rejects.toThrow(
      "still to come",
    )
  })

  it("hears from readers whether it was useful; a reason becomes a task", async () => {
    const slug = await published("Useful?")
    const remark = (useful: "yes" | "no", why: string | null) =>
      remarkFrom({ lio: "ribble", slug, version: 1, useful, why }, "192.0.2.7")
    await remark("yes", null)
    await remark("no", "The price is missing.")
    const { remarks } = await w.asViewer((ctx) => getStaffGuide(ctx, slug))
    expect(remarks.map(({ useful, why }) => [useful, why])).toContainEqual([false, "The price is missing."])
    const [task] = await rows(
      sql`select assignee_id as assignee from tasks where what like '%The price is missing.%'`,
    )
    expect(task?.assignee).toBe(w.worker.id)
    await expect(
      remarkFrom({ lio: "ribble", slug: "no-such-guide", version: 1, useful: "yes", why: null }, "192.0.2.7"),
    ).rejects.toThrow(NotFound)
    for (let n = 0; n < 20; n++) await remark("yes", null).catch(() => null)
    await expect(remark("yes", null)).rejects.toThrow(RuleBroken)
    await expect(w.asPublic((ctx) => getStaffGuide(ctx, slug))).rejects.toThrow(NotAllowed)
  })
})
