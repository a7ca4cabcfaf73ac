import { eq, sql } from "drizzle-orm"
import { beforeEach } from "vitest"
import { membershipChases, memberships } from "@/db/schema"
import { renewalPath } from "@/lib/access/links"
import { daysAfter } from "@/lib/days"
import { beginMembership } from "@/lib/memberships/commands"
import { getMembership } from "@/lib/memberships/queries"
import { renewByLink, tendMemberships } from "@/lib/memberships/renewal/commands"
import { byRenewalLink } from "@/lib/memberships/renewal/queries"
import { acceptRequest } from "@/lib/memberships/requests/commands"
import { addType } from "@/lib/memberships/types/commands"
import { typeInput } from "@/lib/memberships/types/input"
import { dayOf } from "@/lib/words"
import { mailroom } from "./mailroom"
import { world } from "./world"

export const TODAY = dayOf(new Date())

/** A kind of membership as its form sends it. */
export const FORM = {
  name: "Full member",
  about: "",
  entitlements: "A vote at the annual meeting\n\nOur room at half price",
  standing: "member",
  period: "rolling",
  months: "12",
  yearDay: "",
  yearMonth: "",
  graceDays: "30",
  fee: "",
  renewalDays: "30",
  openToJoin: "yes",
}
export const typeOf = (over: Partial<Record<keyof typeof FORM | "renewsAtOnce", string>> = {}) =>
  typeInput.parse({ ...FORM, ...over })

/** The world with three kinds of membership and a mail server; every test begins without memberships and requests. */
export async function joining() {
  const w = await world()
  const room = await mailroom(w)
  const kind = (over: Parameters<typeof typeOf>[0]) => w.asManager((ctx) => addType(ctx, typeOf(over)))
  const free = await kind({ name: "Free", renewsAtOnce: "yes" })
  const paid = await kind({ name: "Paid", fee: "20" })
  const shut = await kind({ name: "By invitation", openToJoin: "no" })
  beforeEach(() =>
    w.system(async (ctx) => {
      await ctx.tx.execute(sql`delete from membership_requests`)
      await ctx.tx.execute(sql`delete from memberships`)
      await ctx.tx.execute(
        sql`update groups set main_contact_id = null, stage = 'member' where id = ${w.foodbank.id}`,
      )
    }),
  )
  const keyOf = (membershipId: string, personId = w.lead.id) =>
    renewalPath(
      { id: w.ribble.id, slug: "ribble" },
      membershipId,
      personId,
      new Date(`${daysAfter(TODAY, 200)}T00:00:00Z`),
    ).split("key=")[1] ?? ""
  return {
    w,
    room,
    free,
    paid,
    shut,
    /** The food bank's membership, ending so many days from today; its lead is Leila. */
    ends: (days: number, typeId = free.id) =>
      w.system(async (ctx) => {
        const startsOn = daysAfter(TODAY, -340)
        const { id } = await beginMembership(ctx, { groupId: w.foodbank.id, typeId, startsOn })
        await ctx.tx
          .update(memberships)
          .set({ endsOn: daysAfter(TODAY, days) })
          .where(eq(memberships.id, id))
        return id
      }),
    tend: (day: string) => tendMemberships("ribble", new Date(`${day}T10:00:00Z`)),
    chases: () => w.system((ctx) => ctx.tx.select().from(membershipChases).orderBy(membershipChases.at)),
    keyOf,
    /** The button behind the letter to the lead. */
    pressed: (membershipId: string) =>
      byRenewalLink({ lio: "ribble", key: keyOf(membershipId) }, renewByLink),
    periods: async () => (await w.asLead((ctx) => getMembership(ctx, w.foodbank.id))).periods,
    accept: (id: string, over: Partial<Parameters<typeof acceptRequest>[1]> = {}) =>
      w.asWorker((ctx) => acceptRequest(ctx, { id, group: "new", startsOn: TODAY, speaks: "lead", ...over })),
    letterNames: async () => (await room.letters()).map(({ letter, to_email }) => `${letter} ${to_email}`),
  }
}
