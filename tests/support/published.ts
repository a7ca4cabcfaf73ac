import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { sql } from "drizzle-orm"
import { command } from "@/bin/commands/import-grants"
import { groupIdentifiers } from "@/db/schema"
import { listSuggestions } from "@/lib/funding/grants/queries"
import type { World } from "./world"

/** Published grants for the groups of a world, of which three have a number on a register. */
export async function publishing(w: World) {
  await w.system((ctx) =>
    ctx.tx.insert(groupIdentifiers).values([
      { lioId: ctx.lio.id, groupId: w.foodbank.id, register: "GB-CHC", value: "1109047" },
      { lioId: ctx.lio.id, groupId: w.choir.id, register: "GB-COH", value: "05384301" },
      { lioId: ctx.lio.id, groupId: w.loner.id, register: "GB-SC", value: "SC012345" },
    ]),
  )
  const folder = mkdtempSync(path.join(tmpdir(), "grants-"))
  let files = 0
  let made = 0
  return {
    /** Reads a file by the command line. */
    read: async (content: string | Uint8Array, name = "grants.json", lio = "ribble") => {
      const at = path.join(folder, `${files++}-${name}`)
      writeFileSync(at, content)
      return command.run({ options: { lio }, flags: new Set(), rest: [at] })
    },
    /** £500 of the Valley Fund to somebody else, unless it is said otherwise. */
    grant: (over: Record<string, unknown> = {}, recipient: Record<string, unknown> = {}) => ({
      id: `360G-valley-${made++}`,
      title: "A grant",
      currency: "GBP",
      amountAwarded: 500,
      awardDate: "2024-05-01",
      recipientOrganization: [{ id: "360G-x", name: "Somebody Else Entirely", ...recipient }],
      fundingOrganization: [{ id: "GB-CHC-1000001", name: "Valley Fund" }],
      ...over,
    }),
    json: (...grants: object[]) => JSON.stringify({ grants }),
    /** The suggestions that wait about grants of this title. */
    about: async (title: string) =>
      (await w.asViewer((ctx) => listSuggestions(ctx, 1))).filter((one) => one.title === title),
    /** Whatever reading a file could have written. */
    rows: () =>
      w.system(async (ctx) => [
        ...(await ctx.tx.execute(sql`
          select 'grant' as kind, to_jsonb(p) as row from published_grants p union all select 'match', to_jsonb(m) from grant_matches m
          union all select 'bid', to_jsonb(b) from bids b union all select 'event', to_jsonb(e) from events e order by 1, 2`)),
      ]),
  }
}
