import { asPerson, asSystem } from "@/lib/access/doors"
import { runImport, takeFile } from "@/lib/imports/wizard/commands"
import { CAST } from "./story/people"

const HOUR = 3_600_000

/** What groups wrote on the sheet at the harvest fair. */
const FAIR = `Stalls at the harvest fair,,,
Group,Has a room that others may hire,Volunteers,Telephone
Netherfold Village Hall,yes,14,01632 960 745
Alderbridge Harriers,no,22,
Skelby Heritage Society,no,none,
`

/** The market's own list, as its clerk keeps it. */
const MARKET = `Stallholder,Post code,Contact,Contact person,Status,Member since
Alderbridge Toy Swap,AL1 2XQ,toys@swap.example,Bethan Llewelyn,new,01/09/2026
Mill Street Player's,AL1 4BD,01632 960 734,,member,12/25/2019
Skelby Repair Café,no fixed place,mend@skelby.example / 01632 960 752,Ivor & Nell Tranter,enquiry,
Netherfold Orchard Friends,AL3,orchard(at)netherfold,,new,31/02/2026
TOTAL,4,,,,
`

/** Two lists that came in: one is done and can still be taken back, one waits for somebody to look at what is wrong in it. */
export async function makeImports(lio: string, now: Date) {
  const take = (hours: number, name: string, text: string) =>
    asPerson(lio, CAST.worker, (ctx) => takeFile(ctx, { name, bytes: Buffer.from(text) }), {
      now: new Date(now.getTime() - hours * HOUR),
    })
  const fair = await take(75, "Harvest fair.csv", FAIR)
  await asSystem(lio, (ctx) => runImport(ctx, fair.id), { now: new Date(now.getTime() - 74 * HOUR) })
  await take(3, "Market Place stalls.csv", MARKET)
}
