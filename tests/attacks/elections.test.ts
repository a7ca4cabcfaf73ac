import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { listNominations, listStanding } from "@/lib/partnerships/elections/nominations/queries"
import { voting } from "../support/election"
import { world } from "../support/world"

const w = await world()
const v = voting(w)
const voices = await v.voices(3, "Stood")
type Voice = (typeof voices)[number]
const [ann, ben, cat] = voices as [Voice, Voice, Voice]
const ADDRESS = "stood-0@ribble.example"

describe("The addresses of those who stand", () => {
  it("are read by staff, and by SQL of the app’s own role by nobody else who reads that they stand", async () => {
    const { id } = await v.opened("Walled seat", [ann, ben])
    const written = async (ctx: Ctx) => ({
      stand: JSON.stringify(
        await ctx.tx.execute(sql`select * from nominations where election_id = ${id}::uuid`),
      ),
      addresses: [...(await ctx.tx.execute<{ email: string }>(sql`select * from nomination_addresses`))],
    })
    const takes = (voice: Voice) =>
      v.takes(id, voice, (ctx) => written(ctx), new Date(Date.now() + 30 * 86_400_000))
    const readers = {
      lead: await w.asLead(written),
      member: await w.asMember(written),
      public: await w.asPublic(written),
      "another who votes": await takes(cat),
      "whoever stands, by the link to the vote": await takes(ann),
      "staff of another LIO": await w.asOtherManager(written),
    }
    for (const [who, { stand, addresses }] of Object.entries(readers)) {
      expect(addresses, who).toEqual([])
      expect(stand, who).not.toContain("@")
    }
    expect(readers.lead.stand, "they do read who stands").toContain(ann.name)
    expect(readers.public.stand).toContain(ann.name)
    expect((await w.asViewer(written)).addresses.map(({ email }) => email)).toContain(ADDRESS)
    expect(JSON.stringify(await w.asLead((ctx) => listStanding(ctx, id)))).not.toContain(ADDRESS)
    const checked = await w.asViewer((ctx) => listNominations(ctx, id))
    expect(checked.find(({ name }) => name === ann.name)?.email).toBe(ADDRESS)
  })
})
