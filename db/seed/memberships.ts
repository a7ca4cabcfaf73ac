import { sql } from "drizzle-orm"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asPublic, asSystem } from "@/lib/access/doors"
import { daysAfter, monthsBefore } from "@/lib/days"
import { choosePreferencesFor } from "@/lib/email/preferences/commands"
import { keepStages } from "@/lib/groups/stage/commands"
import {
  addChase,
  beginMembership,
  endMembership,
  payMembership,
  renewMembership,
} from "@/lib/memberships/commands"
import { listPeriods } from "@/lib/memberships/queries"
import { sendRenewals } from "@/lib/memberships/renewal/commands"
import { askForGroup, askToJoin } from "@/lib/memberships/requests/commands"
import { addType } from "@/lib/memberships/types/commands"
import { typeInput } from "@/lib/memberships/types/input"
import type { Place } from "./base"
import { storyGroups } from "./story/groups"
import { ASKED, BEGINS_SOON, ENDED, ENDS_IN, JOINS, KINDS, RENEWS, STOPPED } from "./story/memberships"
import { CAST } from "./story/people"

type Of = { lio: string; place: Place; now: Date }
type Kind = keyof typeof KINDS

/** Ten in the morning of a day. */
const at = (day: string) => new Date(`${day}T10:00:00Z`)

/** The memberships of Aldervale: who joined when, who renewed, whom we asked, and who waits for an answer. */
export async function makeMemberships(of: Of) {
  const { lio, place, now } = of
  const today = now.toISOString().slice(0, 10)
  const on = <T>(day: string, work: (ctx: Ctx) => Promise<T>, email: string = CAST.worker.email) =>
    asPerson(lio, { email }, work, { now: at(day) })
  const types = await on(
    monthsBefore(today, 60),
    async (ctx) => {
      const ids = new Map<Kind, string>()
      for (const [kind, said] of Object.entries(KINDS))
        ids.set(kind as Kind, (await addType(ctx, typeInput.parse(said))).id)
      return ids
    },
    CAST.manager.email,
  )
  const groupId = (name: string) => place.groups.get(name)?.id ?? ""

  /** From the first day on, renewed ten days before each end, until it reaches the last period. */
  async function runs(name: string, kind: Kind, first: string, periods: number) {
    const id = groupId(name)
    const begun = await on(first, (ctx) =>
      beginMembership(ctx, { groupId: id, typeId: types.get(kind) ?? "", startsOn: first }),
    )
    let last = begun
    for (let n = 1; n < periods && last.endsOn && last.endsOn < today; n++)
      last = await on(daysAfter(last.endsOn, -10), (ctx) => renewMembership(ctx, { groupId: id }))
  }

  /** Fees are paid three weeks after the beginning; every fourth group has not paid for this period. */
  async function pays(name: string, n: number) {
    const id = groupId(name)
    const owed = await on(today, async (ctx) => (await listPeriods(ctx, id)).filter((one) => one.feePence))
    for (const [back, period] of owed.entries()) {
      const paidOn = daysAfter(period.startsOn ?? today, 21)
      if ((back > 0 || n % 4 !== 3) && paidOn < today)
        await on(paidOn, (ctx) => payMembership(ctx, { groupId: id, id: period.id, paidOn }))
    }
  }

  const joined = storyGroups().filter(
    ({ lio: where, name, stage }) =>
      where === "aldervale" && (["member", "affiliate"].includes(stage) || name in ENDS_IN),
  )
  for (const [n, story] of joined.entries()) {
    const large = ["to_200k", "to_500k"].includes(story.income ?? "") && !(story.name in ENDS_IN)
    const kind: Kind = story.stage === "affiliate" ? "affiliate" : large ? "larger" : "full"
    const periods = 1 + (n % 3)
    const endsIn = ENDS_IN[story.name] ?? 45 + ((n * 37) % 300)
    const first =
      kind === "larger"
        ? monthsBefore(today, 12 * periods)
        : monthsBefore(daysAfter(today, endsIn + 1), 12 * periods)
    await runs(story.name, kind, first, kind === "larger" ? 9 : periods)
    if (KINDS[kind].fee) await pays(story.name, n)
  }

  await on(today, (ctx) =>
    beginMembership(ctx, {
      groupId: groupId(BEGINS_SOON.name),
      typeId: types.get("full") ?? "",
      startsOn: daysAfter(today, BEGINS_SOON.days),
    }),
  )
  const endsOn = daysAfter(today, -ENDED.daysAgo)
  await on(endsOn, async (ctx) => {
    const [period] = await listPeriods(ctx, groupId(ENDED.name))
    if (period)
      await endMembership(ctx, {
        groupId: groupId(ENDED.name),
        id: period.id,
        cancelledOn: endsOn,
        reason: ENDED.reason,
      })
  })
  await isAsked(of, on)
}

type On = <T>(day: string, work: (ctx: Ctx) => Promise<T>, email?: string) => Promise<T>

/** Letters, calls and visits about renewing, and the two requests that wait. */
async function isAsked({ lio, place, now }: Of, on: On) {
  const today = now.toISOString().slice(0, 10)
  const groupId = (name: string) => place.groups.get(name)?.id ?? ""
  const system = { name: "Renewals" }
  await asSystem(
    lio,
    async (ctx) => {
      const [lead] = await ctx.tx.execute<{ id: string }>(
        sql`select main_contact_id as id from groups where id = ${groupId(STOPPED)}`,
      )
      if (lead)
        await choosePreferencesFor(ctx, lead.id, {
          digest: "monthly",
          streams: ["consultations", "outcomes"],
        })
    },
    { now: at(daysAfter(today, -200)), ...system },
  )
  for (const daysAgo of [120, 75, 25, 8]) {
    await asSystem(lio, sendRenewals, { now: at(daysAfter(today, -daysAgo)), ...system })
  }
  for (const [name, daysAgo, how, note] of ASKED) {
    await on(daysAfter(today, -daysAgo), (ctx) => addChase(ctx, { groupId: groupId(name), how, note }))
  }
  const { daysAgo, ...said } = JOINS
  const typeId = await on(today, async (ctx) => {
    const [row] = await ctx.tx.execute<{ id: string }>(
      sql`select id from membership_types where name = ${KINDS.full.name}`,
    )
    return row?.id ?? ""
  })
  await asPublic(lio, (ctx) => askToJoin(ctx, { typeId, ...said }), {
    now: at(daysAfter(today, -daysAgo)),
    patience: "save",
  })
  await on(
    daysAfter(today, -RENEWS.daysAgo),
    (ctx) => askForGroup(ctx, { groupId: groupId(RENEWS.name) }),
    place.voices.get(RENEWS.name)?.lead ?? "",
  )
  await asSystem(lio, (ctx) => keepStages(ctx), { now, ...system })
}
