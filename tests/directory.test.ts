import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { areas, groups } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { USUALLY_SHOWN } from "@/db/vocabulary"
import { chooseDirectory } from "@/lib/directory/commands"
import { directoryFilter } from "@/lib/directory/input"
import * as feed from "@/lib/directory/open-referral/queries"
import { countConsents, countEntries, getEntry, listEntries, listHandles } from "@/lib/directory/queries"
import { NotAllowed, NotFound } from "@/lib/errors"
import { changeGroup, closeGroup } from "@/lib/groups/commands"
import { changeSections } from "@/lib/groups/input"
import { groupList } from "@/lib/groups/list/filters"
import { listGroups } from "@/lib/groups/list/queries"
import { describeGroup } from "@/lib/groups/proposals/commands"
import { getGroup } from "@/lib/groups/queries"
import { setMainContact } from "@/lib/groups/roles/commands"
import { readList } from "@/lib/lists/input"
import { acceptRequest, askToJoin } from "@/lib/memberships/requests/commands"
import { joinInput } from "@/lib/memberships/requests/input"
import { addTerm } from "@/lib/word-lists/commands"
import { dayOf } from "@/lib/words"
import { world } from "./support/world"

const w = await world()
const TODAY = dayOf(new Date(), "Europe/London")
const group = (id: string) => w.system((ctx) => getGroup(ctx, id))
const found = async (query: Record<string, string> = {}) =>
  (await w.asPublic((ctx) => listEntries(ctx, directoryFilter(query)))).entries.map(({ name }) => name)
const say = async (id: string, value: object) =>
  w.asManager(async (ctx) => changeGroup(ctx, id, { version: (await getGroup(ctx, id)).version, ...value }))
const section = (value: object) => {
  const { id: _id, ...input } = changeSections.directory.parse({ id: w.foodbank.id, version: 1, ...value })
  return input
}

describe("Consent to the public directory", () => {
  it("given by staff has who said so, when and how, and a new answer does not keep the old teller", async () => {
    await say(w.loner.id, {
      ...{ directoryConsent: true, directorySaidBy: "Olga Outsider", directorySaidHow: "phone" },
    })
    expect(await group(w.loner.id)).toMatchObject({
      ...{ directoryConsent: true, directorySaidOn: TODAY, directorySaidBy: "Olga Outsider" },
      ...{ directorySaidHow: "phone", directoryShows: null },
    })
    const now = await group(w.loner.id)
    await say(w.loner.id, {
      directoryConsent: false,
      directorySaidOn: now.directorySaidOn,
      directorySaidBy: now.directorySaidBy,
      directorySaidHow: now.directorySaidHow,
    })
    expect(await group(w.loner.id)).toMatchObject({
      ...{ directoryConsent: false, directorySaidOn: TODAY, directorySaidBy: null, directorySaidHow: null },
    })
    await say(w.loner.id, { directoryConsent: null, directorySaidBy: "Nobody" })
    expect(await group(w.loner.id)).toMatchObject({ directorySaidOn: null, directorySaidBy: null })
  })

  it("given by a lead is theirs, today and on their page, whatever the form says; a member may not give it", async () => {
    const { version } = await group(w.foodbank.id)
    const input = { ...section({ directoryConsent: "yes", directoryShows: [...USUALLY_SHOWN] }), version }
    await w.asLead((ctx) =>
      describeGroup(ctx, w.foodbank.id, {
        ...input,
        directorySaidBy: "The Mayor",
        directorySaidHow: "email",
      }),
    )
    expect(await group(w.foodbank.id)).toMatchObject({
      ...{ directoryConsent: true, directorySaidOn: TODAY, directorySaidBy: "Leila Lead" },
      ...{ directorySaidHow: "page", directoryShows: null },
    })
    await expect(
      w.asMember((ctx) => describeGroup(ctx, w.foodbank.id, { ...input, version: version + 1 })),
    ).rejects.toThrow()
  })

  it("asked for on the join form goes with the group that is made of it", async () => {
    const type = await w.asManager((ctx) =>
      ctx.tx.execute<{ id: string }>(
        `insert into membership_types (lio_id, name, standing, period, open_to_join) values ('${ctx.lio.id}', 'Full', 'member', 'open', true) returning id`,
      ),
    )
    const input = {
      typeId: type[0]?.id,
      group: "Form Fillers",
      about: "Forms",
      name: "Fay Form",
      role: "chair",
    }
    const ask = joinInput.parse({ ...input, email: "fay@form.example", directory: "no" })
    const { id } = await w.asPublicSaving((ctx) => askToJoin(ctx, ask))
    const { groupId } = await w.asManager((ctx) =>
      acceptRequest(ctx, { id, group: "new", startsOn: null, speaks: null }),
    )
    expect(await group(groupId)).toMatchObject({
      ...{
        directoryConsent: false,
        directorySaidBy: "Fay Form",
        directorySaidHow: "form",
        directorySaidOn: TODAY,
      },
    })
  })

  it("is a filter of the list, and counted for managers alone", async () => {
    const names = async (query: string) =>
      (await w.asViewer((ctx) => listGroups(ctx, readList(groupList, query)))).rows.map(({ name }) => name)
    expect(await names("directory=yes")).toEqual(["Clitheroe Food Bank", "Côr Meibion Llanfair"])
    expect(await names("directory=no")).toEqual(["Form Fillers"])
    expect(await names("directory=unknown")).toContain("Whalley Chess Club")
    expect(await w.asManager(countConsents)).toMatchObject({ yes: 2, no: 1 })
    await expect(w.asWorker(countConsents)).rejects.toThrow(NotAllowed)
  })
})

describe("The public directory", async () => {
  const [hill] = await w.system((ctx) =>
    ctx.tx.insert(areas).values({ lioId: ctx.lio.id, kind: "neighbourhood", name: "Hill Top" }).returning(),
  )
  const carers = await w.asManager((ctx) => addTerm(ctx, { list: "client_group", name: "Carers" }))
  const secret = await w.asManager((ctx) => addTerm(ctx, { list: "tag", name: "In arrears" }))
  const id = w.choir.id
  await w.system((ctx) => setMainContact(ctx, { groupId: id, personId: w.member.id, seen: null }))
  await say(id, {
    ...{ directoryConsent: true, about: "Sings for carers on Tuesdays.", email: "cor@llanfair.example" },
    ...{
      phone: "01632 960001",
      secondPhone: "01632 960009",
      address: "1 Home Close, Llanfair",
      postcode: "OL1 1AA",
    },
    ...{ income: 5_000_000, areaIds: [hill?.id], termIds: [carers.id, secret.id] },
    identifiers: [
      { register: "GB-CHC", value: "1000116" },
      { register: "local", value: "M17" },
    ],
  })

  it("shows the usual, and nothing that was not agreed to", async () => {
    const entry = await w.asPublic((ctx) => getEntry(ctx, id))
    expect(entry).toMatchObject({
      ...{ name: "Côr Meibion Llanfair", about: "Sings for carers on Tuesdays.", phone: "01632 960001" },
      ...{ address: null, postcode: null, contact: null, district: null, lat: null },
      areas: [{ name: "Hill Top" }],
      words: [{ name: "Carers" }],
      numbers: [{ register: "GB-CHC", value: "1000116" }],
    })
    expect(JSON.stringify(entry)).not.toMatch(/960009|Home Close|arrears|M17|50000|Mo Member/)
  })

  it("shows less or more as the group says, and what is hidden is not found by either", async () => {
    await say(id, { directoryShows: ["address", "contact"] })
    const entry = await w.asPublic((ctx) => getEntry(ctx, id))
    expect(entry).toMatchObject({ about: null, phone: null, email: null, areas: [], words: [] })
    expect(entry).toMatchObject({ address: "1 Home Close, Llanfair", contact: "Mo Member" })
    expect(await found({ q: "Tuesdays" })).toEqual([])
    expect(await found({ word: carers.id })).toEqual([])
    expect(await found({ area: hill?.id ?? "" })).toEqual([])
    expect(await w.asPublic(listHandles)).toEqual({ words: [], areas: [] })
    await say(id, { directoryShows: [...USUALLY_SHOWN] })
  })

  it("is searched by name, by what groups do, by word and by area", async () => {
    expect(await found({ q: "cor meibion" })).toEqual(["Côr Meibion Llanfair"])
    expect(await found({ q: "Meibbion" })).toEqual(["Côr Meibion Llanfair"])
    expect(await found({ q: "singing" })).toEqual(["Côr Meibion Llanfair"])
    expect(await found({ q: "carer" })).toEqual(["Côr Meibion Llanfair"])
    const agreed = { directoryConsent: true, stage: "member" as const }
    const near = await w.system((ctx) => make.group(ctx, { ...agreed, name: "Aldervale Talking News" }))
    const right = await w.system((ctx) =>
      make.group(ctx, { ...agreed, name: "Wayfarers", about: "We go walking on Tuesdays." }),
    )
    expect(await found({ q: "walking" })).toEqual(["Wayfarers", "Aldervale Talking News"])
    for (const { id } of [near, right])
      await w.system((ctx) => ctx.tx.update(groups).set({ directoryConsent: false }).where(eq(groups.id, id)))
    expect(await found({ word: carers.id })).toEqual(["Côr Meibion Llanfair"])
    expect(await found({ word: secret.id })).toEqual([])
    expect(await found({ area: hill?.id ?? "" })).toEqual(["Côr Meibion Llanfair"])
    expect(await found({ q: "100%_" })).toEqual([])
    expect((await w.asPublic(listHandles)).words.map(({ name }) => name)).toEqual(["Carers"])
  })

  it("has nobody who said no, who was not asked, who has closed, or who is of another LIO", async () => {
    expect(await found()).toEqual(["Clitheroe Food Bank", "Côr Meibion Llanfair"])
    for (const one of [w.loner.id, w.council.id, w.stranger.id])
      await expect(w.asPublic((ctx) => getEntry(ctx, one))).rejects.toThrow(NotFound)
    const { id: gone } = await w.system((ctx) =>
      make.group(ctx, { name: "Gone Group", directoryConsent: true, stage: "not_member" }),
    )
    expect(await found({ q: "Gone" })).toEqual(["Gone Group"])
    await w.asManager((ctx) => closeGroup(ctx, { id: gone, closedOn: TODAY, closedReason: "Done" }))
    await expect(w.asPublic((ctx) => getEntry(ctx, gone))).rejects.toThrow(NotFound)
    expect(await w.asPublic(countEntries)).toBe(2)
  })

  it("is opened and closed by a manager, and its open data with it", async () => {
    await expect(w.asWorker((ctx) => chooseDirectory(ctx, { hasDirectory: false }))).rejects.toThrow(
      NotAllowed,
    )
    await w.asManager((ctx) => chooseDirectory(ctx, { hasDirectory: false }))
    for (const read of [
      () => found(),
      () => w.asPublic((ctx) => getEntry(ctx, id)),
      () => w.asPublic(feed.describeFeed),
      () => w.asPublic((ctx) => feed.listServices(ctx, feed.feedQuery(new URLSearchParams()))),
      () => w.asPublic((ctx) => feed.listTaxonomies(ctx, feed.feedQuery(new URLSearchParams()))),
    ])
      await expect(read()).rejects.toThrow(NotFound)
    expect(await w.asPublic(countEntries)).toBe(0)
    await w.asManager((ctx) => chooseDirectory(ctx, { hasDirectory: true }))
    expect(await found()).toHaveLength(2)
  })
})
