import "server-only"
import { asc } from "drizzle-orm"
import { people } from "@/db/schema"
import { CHANNELS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure } from "../../errors"
import { firstValue } from "../../lists/input"
import type { Table } from "../../spreadsheet/tables"
import { say } from "../../words"
import { maySeePeople } from "../policy"
import { groupNames, listedWhere } from "../queries"

/** The people of a list, by name, a line each: for files. */
export async function peopleAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  ensure(maySeePeople(ctx.actor), say("Only staff can look through people."))
  const rows = await ctx.tx
    .select({
      name: people.name,
      email: people.email,
      phone: people.phone,
      channel: people.channel,
      groups: groupNames(ctx, "; "),
    })
    .from(people)
    .where(listedWhere(ctx, listing, Boolean(firstValue(listing, "q"))))
    .orderBy(asc(people.name), asc(people.id))
  return {
    name: "People",
    headings: [say("Name"), say("Email"), say("Telephone"), say("Best way to reach them"), say("Groups")],
    pieces: [
      rows.map((row) => [
        row.name,
        row.email ?? "",
        row.phone ?? "",
        row.channel ? CHANNELS[row.channel] : "",
        row.groups ?? "",
      ]),
    ],
  }
}
