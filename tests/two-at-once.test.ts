import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { RuleBroken } from "@/lib/errors"
import { addGroup, changeGroup, closeGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"
import { setMainContact, setSpeaking, welcomePerson } from "@/lib/groups/roles/commands"
import { listRoles } from "@/lib/groups/roles/queries"
import { describeLio } from "@/lib/lios/commands"
import { profileSeen } from "@/lib/lios/input"
import { getLio } from "@/lib/lios/queries"
import { changePerson } from "@/lib/people/commands"
import { personSeen } from "@/lib/people/input"
import { getPerson } from "@/lib/people/queries"
import { asSeen } from "@/lib/seen"
import { world } from "./support/world"

const w = await world()
const group = (id: string) => w.asWorker((ctx) => getGroup(ctx, id))
const named = (name: string) => w.asWorker((ctx) => addGroup(ctx, { name }))
const lostOf = (all: PromiseSettledResult<unknown>[]) =>
  all.flatMap((one) => (one.status === "rejected" ? [one.reason as RuleBroken] : []))

/** The same numbers in every run. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

describe("Two who work at once", () => {
  it("lose nothing: what was saved is in the row, or shown to who came second", async () => {
    const fields = ["phone", "email", "alsoKnownAs", "about", "address"] as const
    for (let seed = 1; seed <= 12; seed++) {
      const roll = dice(seed)
      const { id } = await named(`Interleaved ${seed}`)
      for (let round = 0; round < 3; round++) {
        const { version } = await group(id)
        const saves = [w.asManager, w.asWorker].map((as, who) => {
          const chosen = fields.filter(() => roll(2) === 1)
          const said = Object.fromEntries(
            (chosen.length > 0 ? chosen : [fields[0]]).map((field) => [
              field,
              `${field}-${round}-${who}@x.example`,
            ]),
          )
          return { said, done: as((ctx) => changeGroup(ctx, id, { ...said, version })) }
        })
        const results = await Promise.allSettled(saves.map(({ done }) => done))
        const after = await group(id)
        const won = saves.filter((_, at) => results[at]?.status === "fulfilled")
        for (const { said } of won) expect(after).toMatchObject(said)
        const [one = {}, other = {}] = saves.map(({ said }) => said)
        const shared = Object.keys(one).filter((field) => field in other)
        expect(won).toHaveLength(shared.length > 0 ? 1 : 2)
        const [lost] = lostOf(results)
        if (!lost) continue
        expect(lost?.theirs).toEqual({
          ...Object.fromEntries(shared.map((field) => [field, won[0]?.said[field]])),
          version: String(after.version),
        })
      }
    }
  })

  it("are only in each other’s way where they change the same", async () => {
    const { id } = await named("Two Parts")
    const apart = await Promise.allSettled([
      w.asManager((ctx) => changeGroup(ctx, id, { version: 1, phone: "01772 900100" })),
      w.asWorker((ctx) => changeGroup(ctx, id, { version: 1, about: "They meet on Mondays" })),
    ])
    expect(lostOf(apart)).toEqual([])
    expect(await group(id)).toMatchObject({
      phone: "01772 900100",
      about: "They meet on Mondays",
      version: 3,
    })
    const stale = { version: 1, phone: "01772 900200", website: null }
    const refused = await w.asWorker((ctx) => changeGroup(ctx, id, stale)).catch((error: RuleBroken) => error)
    expect(refused).toMatchObject({ theirs: { phone: "01772 900100", version: "3" } })
    const sizes = await Promise.allSettled([
      w.asManager((ctx) => changeGroup(ctx, id, { version: 3, volunteers: 5, sizesAsAt: "2026-06-01" })),
      w.asWorker((ctx) => changeGroup(ctx, id, { version: 3, trustees: 4 })),
    ])
    expect(lostOf(sizes)).toHaveLength(1)
  })

  it("are told of a change that the log does not account for", async () => {
    const { id } = await named("Changed in Silence")
    await w.asManager((ctx) =>
      ctx.tx.execute(sql`update groups set version = version + 1, phone = '01772 900300' where id = ${id}`),
    )
    const save = w.asWorker((ctx) => changeGroup(ctx, id, { version: 1, email: "office@silent.example" }))
    await expect(save).rejects.toThrow(RuleBroken)
  })

  it("closing a group is held against the version that was seen", async () => {
    const { id } = await named("Closing Time")
    const close = { id, version: 1, closedOn: "2026-06-04", closedReason: "Over" }
    const both = await Promise.allSettled([
      w.asManager((ctx) => closeGroup(ctx, close)),
      w.asWorker((ctx) => changeGroup(ctx, id, { version: 1, phone: "01" })),
    ])
    expect(lostOf(both)).toHaveLength(1)
    const after = await group(id)
    expect(after.version).toBe(2)
    expect((after.stage === "closed") !== (after.phone === "01")).toBe(true)
    const twice = await named("Twice Closed")
    const closes = await Promise.allSettled(
      [w.asManager, w.asWorker].map((as) => as((ctx) => closeGroup(ctx, { ...close, id: twice.id }))),
    )
    expect(lostOf(closes)[0]?.message).toMatch(/closed already/)
  })

  it("a main contact and a right to speak are not overwritten unseen", async () => {
    const { id } = await named("Contacts")
    const people = await Promise.all(
      ["Ann", "Ben"].map((name) =>
        w.asWorker((ctx) =>
          welcomePerson(ctx, {
            groupId: id,
            name,
            email: `${name.toLowerCase()}@x.example`,
            phone: null,
            main: false,
            role: "contact",
            title: null,
            speaks: null,
            startedOn: null,
          }),
        ),
      ),
    )
    const both = await Promise.allSettled(
      people.map(({ personId }) =>
        w.asManager((ctx) => setMainContact(ctx, { groupId: id, personId, seen: null })),
      ),
    )
    const chosen = people.find(({ personId }) => personId === people[0]?.personId)
    expect(chosen).toBeDefined()
    const kept = (await group(id)).mainContactId
    const winner = people.find(({ personId }) => personId === kept)
    expect(lostOf(both)[0]?.message).toContain(`it is ${winner?.name} now`)
    const roleId = people[0]?.id ?? ""
    const rights = await Promise.allSettled(
      (["lead", "member"] as const).map((speaks) =>
        w.asManager((ctx) => setSpeaking(ctx, { groupId: id, roleId, speaks, seen: null })),
      ),
    )
    expect(lostOf(rights)).toHaveLength(1)
    const now = (await w.asWorker((ctx) => listRoles(ctx, id))).find((role) => role.id === roleId)?.speaks
    expect(lostOf(rights)[0]?.message).toContain(now === "lead" ? "sign off" : "may speak for the group")
  })

  it("a person’s details are not overwritten unseen", async () => {
    const { id } = w.member
    const before = personSeen(await w.asManager((ctx) => getPerson(ctx, id)))
    const save = (as: typeof w.asManager, input: Partial<typeof before>) =>
      as((ctx) => changePerson(ctx, { ...before, ...input, id, seen: asSeen(before) }))
    const both = await Promise.allSettled([
      save(w.asManager, { phone: "01" }),
      save(w.asWorker, { phone: "02", about: "Likes tea" }),
    ])
    const [lost] = lostOf(both)
    const after = await w.asManager((ctx) => getPerson(ctx, id))
    expect(lost).toBeInstanceOf(RuleBroken)
    expect(lost?.theirs?.phone).toBe(after.phone)
    const again = { ...before, phone: "03", id, seen: lost?.theirs?.seen }
    await w.asWorker((ctx) => changePerson(ctx, again))
    expect((await w.asManager((ctx) => getPerson(ctx, id))).phone).toBe("03")
  })

  it("the LIO’s profile is not overwritten unseen", async () => {
    const lio = await w.asManager(getLio)
    const before = profileSeen(lio as Parameters<typeof profileSeen>[0]) as Parameters<typeof describeLio>[1]
    const save = (input: Partial<typeof before>) =>
      w.asManager((ctx) => describeLio(ctx, { ...before, ...input, seen: asSeen(before) }))
    const both = await Promise.allSettled([save({ phone: "01", digestWeekday: 3 }), save({ phone: "02" })])
    const after = await w.asManager(getLio)
    expect(lostOf(both)).toHaveLength(1)
    expect(lostOf(both)[0]?.theirs?.phone).toBe(after.phone)
  })
})
