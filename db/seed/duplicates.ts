import { asPerson, asSystem } from "@/lib/access/doors"
import { findDuplicates } from "@/lib/duplicates/finding/commands"
import { mergeGroups } from "@/lib/duplicates/merging/commands"
import { addGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"
import type { Place } from "./base"
import { CAST } from "./story/people"

const DAY = 86_400_000

/** Groups that came in once more with somebody else's list, as they were written there. */
const AGAIN = [
  { of: "Alderbridge Harriers", name: "Alderbridge Harriers Club", phone: "01632 960 731" },
  { of: "Mill Street Players", name: "The Mill St. Players", phone: "01632 960 734" },
  { of: "Aldervale Beekeepers", name: "Aldervale Beekeepers Assoc.", phone: "01632 960 738" },
]
/** One that the worker has merged since. */
const MERGED = { of: "Skelby Heritage Society", name: "Skelby Heritage Soc.", phone: "01632 960 741" }

/** Doubles on the list: some wait for somebody to decide, one pair was made one. */
export async function makeDuplicates(lio: string, place: Place, now: Date) {
  const began = new Date(now.getTime() - 20 * DAY)
  const made = await asSystem(
    lio,
    async (ctx) => {
      const ids: string[] = []
      for (const { of, name, phone } of [...AGAIN, MERGED]) {
        const { email, address } = await getGroup(ctx, place.groups.get(of)?.id ?? "")
        ids.push((await addGroup(ctx, { name, phone, email, address, stage: "not_member" })).id)
      }
      return ids
    },
    { now: began, name: "The demo" },
  )
  await asPerson(
    lio,
    CAST.worker,
    async (ctx) => {
      const keptId = place.groups.get(MERGED.of)?.id ?? ""
      const goneId = made.at(-1) ?? ""
      const [kept, gone] = [await getGroup(ctx, keptId), await getGroup(ctx, goneId)]
      await mergeGroups(ctx, {
        keptId,
        goneId,
        keptVersion: kept.version,
        goneVersion: gone.version,
        take: { phone: "gone" },
      })
    },
    { now: new Date(now.getTime() - 6 * DAY) },
  )
  await asSystem(lio, findDuplicates, { now, name: "The demo" })
}
