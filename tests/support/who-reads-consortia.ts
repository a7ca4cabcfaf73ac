import { sql } from "drizzle-orm"
import type { Ctx } from "@/lib/access/ctx"

/** Somebody as far as consortia care. `acts`: the groups for which they act, signed in; not those that went up in them. */
type Reader = { staff: boolean; person: string | null; acts: Set<string>; groups: Set<string> }
type Row = Record<string, unknown>
type Asked = { of: string; group: string; askedAs: string; stands: boolean; accepted: boolean }
type Named = { of: string; group: string | null; person: string; in: boolean }

/** What is known of consortia, by which it is worked out who may read what, apart from the policies. */
export type OfConsortia = { asked: Asked[]; named: Named[] }

/** The groups and people of all consortia. */
export async function factsOfConsortia({ tx }: Ctx): Promise<OfConsortia> {
  const asked = await tx.execute<Asked>(sql`
    select consortium_id as of, group_id as "group", asked_as as "askedAs", accepted_at is not null as accepted,
      invited_at is not null and declined_at is null and left_at is null as stands from consortium_groups`)
  const named = await tx.execute<Named>(sql`
    select consortium_id as of, group_id as "group", person_id as person, entered_as = person_id and left_at is null as in from consortium_people`)
  return { asked: [...asked], named: [...named] }
}

const OF_THE_ROOM =
  /^consortium_(terms|agreements|decisions|tasks|posts|bids)$|^consortium\.(named|entered|stepped_out|terms_|decided|task_|said|bid_|feedback_)/

/** Whether somebody is in the room of a consortium, in the words of the product. */
export const isInRoom = (id: string, who: Reader, { asked, named }: OfConsortia) =>
  named.some(
    (one) =>
      one.of === id &&
      one.person === who.person &&
      one.in &&
      (one.group === null
        ? who.staff
        : who.acts.has(one.group) &&
          asked.some(
            ({ of, group, accepted, stands }) => of === id && group === one.group && accepted && stands,
          )),
  )

/** Whether somebody may read a row of a consortium, or an event of one; null where it is none. */
export function mayReadOfConsortium(
  table: string,
  row: Row,
  who: Reader,
  known: OfConsortia,
): boolean | null {
  const text = (name: string) => row[name] as string
  const inside = (id: string) => isInRoom(id, who, known)
  const forming = (id: string) =>
    known.asked.some(
      ({ of, group, askedAs, stands }) => of === id && stands && group === askedAs && who.acts.has(group),
    )
  if (table === "events") {
    if (OF_THE_ROOM.test(text("what"))) return inside(text("subject_id"))
    return text("what").startsWith("consortium.") ? who.staff || who.groups.has(text("group_id")) : null
  }
  if (table === "consortia") return who.staff || forming(text("id")) || inside(text("id"))
  if (OF_THE_ROOM.test(table)) return inside(text("consortium_id"))
  const id = text("consortium_id")
  if (table === "consortium_groups") return who.staff || forming(id) || inside(id)
  if (table === "consortium_people")
    return (
      inside(id) ||
      text("person_id") === who.person ||
      (row.group_id !== null && forming(id) && who.groups.has(text("group_id")))
    )
  return null
}
