import "server-only"
import { asc, eq } from "drizzle-orm"
import { guideVersions } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { differencesOf, type Line } from "../../../differences"
import { found } from "../../../errors"
import { formatDate, say } from "../../../words"
import type { GuideSaid } from "../../input"
import { nationsInWords } from "../../words"
import { getOwnGuide } from "../queries"

const DRAFT = "draft"
const NOTHING: GuideSaid = { title: "", summary: "", nations: [], body: "", related: [] }

/** What differs between two states of an own guide: versions by number, and what is being written. The last two when nothing is said. */
export async function getComparison(ctx: Ctx, slug: string, chosen: { from?: string; to?: string }) {
  const { guide, draft } = await getOwnGuide(ctx, slug)
  const versions = await ctx.tx
    .select()
    .from(guideVersions)
    .where(eq(guideVersions.guideId, guide.id))
    .orderBy(asc(guideVersions.version))
  const states = new Map<string, { label: string; said: GuideSaid }>([
    ["0", { label: say("Nothing"), said: NOTHING }],
    ...versions.map(
      (one) =>
        [
          String(one.version),
          {
            label: say("Version {version} of {day}", {
              version: one.version,
              day: formatDate(one.publishedAt, ctx.lio.timezone),
            }),
            said: one,
          },
        ] as const,
    ),
    ...(draft ? ([[DRAFT, { label: say("What is being written"), said: draft }]] as const) : []),
  ])
  const names = [...states.keys()]
  const to = chosen.to && states.has(chosen.to) ? chosen.to : (names.at(-1) ?? "0")
  const from =
    chosen.from && states.has(chosen.from) ? chosen.from : (names[Math.max(0, names.indexOf(to) - 1)] ?? "0")
  const [before, after] = [found(states.get(from)).said, found(states.get(to)).said]
  const compared: [string, string, string][] = [
    [say("Title"), before.title, after.title],
    [say("What it is for"), before.summary, after.summary],
    [say("Applies to"), nationsInWords(before.nations), nationsInWords(after.nations)],
    [say("The guide"), before.body, after.body],
    [say("Guides that go with it"), before.related.join(", "), after.related.join(", ")],
  ]
  const parts: { label: string; lines: Line[] }[] = compared
    .filter(([, old, now]) => old !== now)
    .map(([label, old, now]) => ({ label, lines: differencesOf(old, now) }))
  return {
    slug,
    title: draft?.title ?? versions.at(-1)?.title ?? slug,
    from,
    to,
    sides: [...states].map(([value, { label }]) => ({ value, label })),
    parts,
  }
}
