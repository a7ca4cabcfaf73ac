import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { ensure } from "../../../errors"
import { nameKey } from "../../../groups/names"
import { Register, type Sought } from "../../../groups/similarity/register"
import { listPlaces, listStanding } from "../../../imports/matching/queries"
import { say } from "../../../words"
import { maySeeFunding } from "../../policy"
import type { GrantRow } from "../input"

/** What is known of whoever got a grant. */
type Given = Pick<GrantRow, "identifier" | "recipientName" | "recipientNumbers" | "recipientPostcode">

/** A group that may have got a grant, and why it is thought so. */
export type Found = {
  identifier: string
  groupId: string
  foundBy: "identifier" | "name"
  because: string
}

/** Whoever got a grant, as groups are looked for. */
const soughtFor = ({ recipientName, recipientNumbers, recipientPostcode }: Given): Sought => ({
  name: recipientName,
  nameKey: nameKey(recipientName),
  identifiers: recipientNumbers,
  postcode: recipientPostcode,
  ...{ address: null, email: null, phone: null, website: null },
})

/**
 * The groups that got these grants: by a number on a register, else by name, as lists of groups are matched. Nothing is
 * written.
 */
export async function findRecipients(ctx: Ctx, grants: Given[]): Promise<Found[]> {
  ensure(maySeeFunding(ctx.actor), say("Only staff see the funding ledger."))
  const standing = await listStanding(ctx)
  const sought = grants.map((grant) => ({ grant, sought: soughtFor(grant) }))
  const asPlaces = { places: () => sought.map((one) => one.sought) }
  const register = new Register(standing, asPlaces.places(), await listPlaces(ctx, standing, asPlaces))
  return sought.flatMap(({ grant, sought: one }) => {
    const match = one.name || one.identifiers.length > 0 ? register.match(one) : null
    if (!match) return []
    const foundBy = match.by === "number" ? "identifier" : "name"
    return [{ identifier: grant.identifier, groupId: match.known.id, foundBy, because: match.because }]
  })
}

/** All grants that are kept, with who got them. */
export async function listGiven(ctx: Ctx): Promise<Given[]> {
  ensure(maySeeFunding(ctx.actor), say("Only staff see the funding ledger."))
  const rows = await ctx.tx.execute<Omit<Given, "recipientNumbers"> & { numbers: string[] }>(sql`
    select identifier, recipient_name as "recipientName", recipient_numbers as numbers, recipient_postcode as "recipientPostcode"
    from published_grants`)
  return rows.map(({ numbers, ...given }) => ({
    ...given,
    recipientNumbers: numbers.map((number) => {
      const [register = "", ...value] = number.split(" ")
      return { register, value: value.join(" ") }
    }),
  }))
}
