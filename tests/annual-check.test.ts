import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { signLink } from "@/lib/access/links"
import { askYearly, confirmByLink, confirmGroup, remindYearly } from "@/lib/annual-check/commands"
import { byConfirmLink, listKept, listToConfirm } from "@/lib/annual-check/queries"
import { choosePreferencesFor } from "@/lib/email/preferences/commands"
import { writeLetter } from "@/lib/email/writing"
import { NotAllowed, NotFound, SignedOut } from "@/lib/errors"
import { groupList } from "@/lib/groups/list/filters"
import { listGroups } from "@/lib/groups/list/queries"
import { chooseOwnPages } from "@/lib/groups/proposals/commands"
import { getGroup } from "@/lib/groups/queries"
import { readList } from "@/lib/lists/input"
import { world } from "./support/world"

const w = await world()
const DAY = 86_400_000
const NOW = new Date("2026-11-23T09:00:00Z")
const later = (days: number) => new Date(NOW.getTime() + days * DAY)
type Row = { letter: string; toEmail: string; skipped: string | null; props: { url: string; again: boolean } }
const letters = () =>
  w.system(async (ctx) => [
    ...(await ctx.tx.execute<Row & Record<string, unknown>>(
      sql`select letter, to_email as "toEmail", skipped, props from letters order by to_email`,
    )),
  ])
const ask = (now = NOW) => w.system(askYearly, "ribble", now)
const remind = (now = NOW) => w.system(remindYearly, "ribble", now)
const asksYearly = (yes: boolean) =>
  w.asManager((ctx) => chooseOwnPages(ctx, { approves: [], asksYearly: yes }))
const sqlSaid = (words: ReturnType<typeof sql>) => w.system((ctx) => ctx.tx.execute(words))
const foodbank = () => w.asWorker((ctx) => getGroup(ctx, w.foodbank.id))

/** Only the food bank has somebody to ask: the choir has a member who does not lead, the chess club is new. */
beforeEach(async () => {
  await sqlSaid(sql`delete from letters`)
  await sqlSaid(sql`delete from preferences`)
  await sqlSaid(sql`update groups set confirmed_on = null, confirmed_by = null, confirm_asked_on = null, stage = 'member',
    created_at = ${later(-900).toISOString()}::timestamptz`)
  await sqlSaid(
    sql`update groups set created_at = ${later(-30).toISOString()}::timestamptz where id = ${w.loner.id}`,
  )
  await asksYearly(true)
})

describe("Once a year", () => {
  it("the leads of a group are asked, whoever was asked is not asked again", async () => {
    expect(await ask()).toBe(1)
    expect(await ask(later(0.1))).toBe(0)
    expect(await ask(later(1))).toBe(0)
    expect(await letters()).toMatchObject([{ letter: "group-confirm", toEmail: "lead@ribble.example" }])
    expect((await foodbank()).confirmAskedOn).toBe("2026-11-23")
    expect(await ask(later(366))).toBe(1)
    // The chess club is more than a year old by now, too.
    expect(await ask(later(367))).toBe(1)
    expect(await ask(later(368))).toBe(0)
  })

  it("two workers at once ask nobody twice", async () => {
    const asked = await Promise.all([ask(), ask(), ask()])
    expect(asked.sort()).toEqual([0, 0, 1])
  })

  it("nobody is asked while the LIO does not want it, nor who stopped these letters", async () => {
    await asksYearly(false)
    expect(await ask()).toBe(0)
    await asksYearly(true)
    await w.system((ctx) => choosePreferencesFor(ctx, w.lead.id, { digest: "weekly", streams: [] }))
    expect(await ask()).toBe(0)
    expect((await foodbank()).confirmAskedOn).toBeNull()
  })

  it("the main contact is asked where nobody leads, and nobody about a closed group", async () => {
    await sqlSaid(sql`update groups set main_contact_id = ${w.member.id} where id = ${w.choir.id}`)
    await sqlSaid(sql`update groups set stage = 'closed' where id = ${w.foodbank.id}`)
    await ask()
    expect(await letters()).toMatchObject([{ toEmail: "member@ribble.example" }])
    await sqlSaid(sql`update groups set main_contact_id = null where id = ${w.choir.id}`)
  })

  it("one group in twenty a day is the most", async () => {
    await w.system(async (ctx) => {
      await ctx.tx.execute(sql`
        insert into groups (lio_id, name, name_key, stage, created_at, main_contact_id)
        select ${w.ribble.id}, 'Many ' || n, 'many ' || n, 'member', ${later(-800).toISOString()}::timestamptz, ${w.member.id}
        from generate_series(1, 46) n`)
    })
    expect(await ask()).toBe(3)
    expect(await ask(later(0.2))).toBe(0)
    expect(await ask(later(1))).toBe(3)
    await sqlSaid(sql`delete from groups where name like 'Many %'`)
  })

  it("there is one reminder, three weeks later, unless somebody has said yes", async () => {
    await ask()
    expect(await remind(later(20))).toBe(0)
    expect(await remind(later(21))).toBe(1)
    expect(await remind(later(21.5))).toBe(0)
    expect(await remind(later(22))).toBe(0)
    expect((await letters()).map(({ props }) => props.again).sort()).toEqual([false, true])
  })

  it("the letter lists what is kept, in both its forms", async () => {
    await sqlSaid(sql`update groups set about = 'Food for all' where id = ${w.foodbank.id}`)
    await ask()
    const [letter] = await letters()
    const frame = {
      lio: { name: "Ribble CVS", slug: "ribble", email: null, phone: null, address: null },
      to: { name: "Leila Lead" },
      appUrl: "http://localhost",
      why: "",
    }
    const { html, text, subject } = await writeLetter("group-confirm", letter?.props ?? {}, frame)
    expect(subject).toBe("Is this still right? Clitheroe Food Bank")
    for (const word of [html, text])
      for (const words of ["Food for all", "Leila Lead", "Mo Member", "we do not know", "/confirm?key="])
        expect(word).toContain(words)
  })
})

describe("Saying that all is right", () => {
  const linkOf = async () => {
    await ask()
    const [letter] = await letters()
    return new URL(letter?.props.url ?? "", "http://localhost").searchParams.get("key") ?? ""
  }
  const at = (key: string, id = w.foodbank.id, lio = "ribble") => ({ lio, id, key })

  it("takes the link of the letter and a press, and no sign-in", async () => {
    const key = await linkOf()
    const seen = await byConfirmLink(at(key), (ctx) => listKept(ctx, w.foodbank.id), NOW)
    expect(seen).toMatchObject({ name: "Clitheroe Food Bank", confirmedOn: null })
    expect((await foodbank()).confirmedOn).toBeNull()
    await byConfirmLink(at(key), (ctx) => confirmByLink(ctx, w.foodbank.id), NOW)
    expect(await foodbank()).toMatchObject({ confirmedOn: "2026-11-23", confirmedBy: "Leila Lead" })
    expect(await remind(later(21))).toBe(0)
  })

  it("opens this group for this purpose, for sixty days, while its person speaks for the group", async () => {
    const key = await linkOf()
    const open = (link: Parameters<typeof byConfirmLink>[0], now = NOW) =>
      byConfirmLink(link, async () => "open", now)
    expect(await open(at(key), later(59))).toBe("open")
    for (const wrong of [
      () => open(at(key, w.choir.id)),
      () => open(at(key, w.stranger.id)),
      () => open(at(key, w.foodbank.id, "other")),
      () => open(at(`${key}x`)),
      () => open(at(key), later(61)),
      () =>
        open(at(signLink({ purpose: "answer", lio: w.ribble.id, person: w.lead.id, about: w.foodbank.id }))),
    ])
      await expect(wrong()).rejects.toThrow(SignedOut)
    // Not even a group that the same person leads, too.
    await sqlSaid(sql`insert into roles (lio_id, person_id, group_id, role, speaks)
      values (${w.ribble.id}, ${w.lead.id}, ${w.choir.id}, 'chair', 'lead')`)
    await expect(open(at(key, w.choir.id))).rejects.toThrow(SignedOut)
    await sqlSaid(sql`delete from roles where person_id = ${w.lead.id} and group_id = ${w.choir.id}`)
    await sqlSaid(sql`update roles set speaks = 'member' where person_id = ${w.lead.id}`)
    await expect(open(at(key))).rejects.toThrow(SignedOut)
    await sqlSaid(sql`update roles set speaks = 'lead' where person_id = ${w.lead.id}`)
  })

  it("is for leads of the group and staff who keep the list", async () => {
    const confirm = (ctx: Parameters<typeof confirmGroup>[0]) => confirmGroup(ctx, { id: w.foodbank.id })
    await expect(w.asMember(confirm)).rejects.toThrow(NotAllowed)
    await expect(w.asViewer(confirm)).rejects.toThrow(NotAllowed)
    await expect(w.asOutsider(confirm)).rejects.toThrow(NotFound)
    await expect(w.asOtherManager(confirm)).rejects.toThrow(NotFound)
    await w.asLead(confirm)
    expect((await foodbank()).confirmedBy).toBe("Leila Lead")
    await w.asWorker(confirm)
    expect((await foodbank()).confirmedBy).toBe("Wendy Worker")
  })

  it("is on the lead’s home while it waits, and in the staff’s list", async () => {
    await ask(new Date())
    expect(await w.asLead(listToConfirm)).toMatchObject([{ name: "Clitheroe Food Bank" }])
    expect(await w.asMember(listToConfirm)).toEqual([])
    const stale = async () =>
      (await w.asViewer((ctx) => listGroups(ctx, readList(groupList, "unconfirmed=12")))).rows.map(
        ({ name }) => name,
      )
    expect(await stale()).toContain("Clitheroe Food Bank")
    await w.asLead((ctx) => confirmGroup(ctx, { id: w.foodbank.id }))
    expect(await w.asLead(listToConfirm)).toEqual([])
    expect(await stale()).not.toContain("Clitheroe Food Bank")
  })
})
