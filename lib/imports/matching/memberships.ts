import { MEMBERSHIP_STANDINGS, type STAGES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { COUNTS, statusOn } from "../../membership-status/period"
import { type KnownPeriod, listKnownPeriods } from "../../memberships/importing/queries"
import { fitPeriod, kindTold, paidDay } from "../../memberships/importing/told"
import { listOpenTypes } from "../../memberships/types/queries"
import { formatDate, say } from "../../words"
import type { Draft } from "../columns/drafts"
import type { ReadList } from "../columns/lists"
import type { Note } from "./notes"

type Stage = keyof typeof STAGES

/** What a row does to its group's memberships: a new period, or what one that is known learns. */
export type ToldMembership = {
  /** The period that is there already. */
  known: string | null
  startsOn: string | null
  endsOn: string | null
  paidOn: string | null
}

/** What a row says of a membership, beside what is known of it; `keep` when the row is taken in. */
type Fitted = { told: ToldMembership | null; stage: Stage | null; notes: Note[]; keep: () => void }

/** Holds rows against the memberships there are and those that rows before them told of. */
export type Memberships = (groupId: string, draft: Draft, stands: Stage) => Fitted

const lastDaySaid = (known: string) =>
  say(
    "Its membership already ends on {known}, so this was left out. Renew or change it on the group’s Membership page.",
    { known: formatDate(known) },
  )
const ACROSS = say(
  "This overlaps a membership it already has, so it was left out. See the group’s Membership page.",
)
const FOLLOWS = say("Its stage follows from its membership, so this was left out.")

/** The memberships that rows are held against; read only when a row may tell of one. */
export async function fitting(ctx: Ctx, says: ReadList["says"]): Promise<Memberships> {
  const types = says.memberships ? await listOpenTypes(ctx) : []
  const byGroup = new Map<string, KnownPeriod[]>()
  for (const one of types.length > 0 ? await listKnownPeriods(ctx) : [])
    byGroup.set(one.groupId, [...(byGroup.get(one.groupId) ?? []), one])

  return (groupId, draft, stands) => {
    const before = byGroup.get(groupId) ?? []
    const notes: Note[] = []
    const { after, told } = fitted(before, groupId, draft, stands, notes)
    const stage = stageBy(after, draft, stands, told !== null)
    if (stage !== draft.stage && draft.stage && !draft.period)
      notes.push({ field: "stage", problem: FOLLOWS })
    return { told, stage, notes, keep: () => byGroup.set(groupId, after) }
  }

  function fitted(
    before: KnownPeriod[],
    groupId: string,
    { period, stage }: Draft,
    stands: Stage,
    notes: Note[],
  ) {
    if (!period) return { after: before, told: null }
    const there = before.filter(({ cancelledOn }) => cancelledOn === null)
    const { twin, across, endsOn, paidOn } = fitPeriod(there, period, ctx.today)
    const other = twin ?? across
    if (other?.endsOn && period.endsOn && other.endsOn !== period.endsOn)
      notes.push({ field: "membershipEnd", problem: lastDaySaid(other.endsOn) })
    else if (across)
      notes.push({ field: period.endsOn ? "membershipEnd" : "membershipStart", problem: ACROSS })
    if (across) return { after: before, told: null }
    if (twin) {
      const after = before.map((one) =>
        one === twin ? { ...one, endsOn: one.endsOn ?? endsOn, paidOn: one.paidOn ?? paidOn } : one,
      )
      const told = endsOn || paidOn ? { known: twin.id, startsOn: null, endsOn, paidOn } : null
      return { after, told }
    }
    const type = kindTold(types, period, stage ?? stands)
    if (!type) return { after: before, told: null }
    const { graceDays, renewalDays, standing } = type
    const dates = { startsOn: period.startsOn, endsOn: period.endsOn, paidOn: paidDay(period, ctx.today) }
    const made = { id: null, groupId, cancelledOn: null, graceDays, renewalDays, standing, ...dates }
    return { after: [...before, made], told: { known: null, ...dates } }
  }

  /** The stage that a group has once a row is taken in: that of its memberships, as `keepStages` does it. */
  function stageBy(periods: KnownPeriod[], draft: Draft, stands: Stage, changed: boolean): Stage | null {
    const said = draft.stage
    const standing = statusOn(ctx.today, periods)
    if (!standing || said === "closed" || stands === "closed") return said
    const counts = COUNTS.has(standing.state)
    if (!changed && !(said && (counts || said in MEMBERSHIP_STANDINGS))) return said
    if (counts) return standing.period.standing
    return (said ?? stands) in MEMBERSHIP_STANDINGS ? "not_member" : said
  }
}
