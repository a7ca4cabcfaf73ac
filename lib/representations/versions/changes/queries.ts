import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import type { CodeCount } from "../../../consultations/codebook/counting/queries"
import { sameInWords } from "../../../consultations/codebook/words"
import { differencesOf, type Line } from "../../../differences"
import { say } from "../../../words"
import { pinInWords } from "../../pins/words"
import { getPublished, type Shown } from "../queries"
import { detailsOf, sourceOf } from "../words"

/** One place of a paper in two of its versions. */
export type Difference = { key: string; label: string; what: "added" | "gone" | "reworded"; lines: Line[] }
type Piece = { key: string; label: string; text: string }

/** A version place by place: its head, each heading and paragraph, each ask. Ids tell which is which. */
function piecesOf({ title, body, addressee, introduction, parts = [], asks }: Shown): Piece[] {
  const pins = (one: { pins?: Shown["asks"][number]["pins"] }) =>
    (one.pins ?? []).map(({ said }) => pinInWords(said))
  const same = (one: { same?: CodeCount[] }) => (one.same ?? []).map(sameInWords)
  return [
    { key: "title", label: say("Title"), text: title },
    { key: "to", label: say("To"), text: [body, addressee].filter(Boolean).join(", ") },
    { key: "introduction", label: say("Introduction"), text: introduction ?? "" },
    ...parts.map((part) => ({
      key: part.id,
      label: part.kind === "heading" ? say("Heading") : say("Paragraph"),
      text: [part.text, ...pins(part), ...same(part)].join("\n"),
    })),
    ...asks.map((ask, at) => ({
      key: ask.id ?? ask.text,
      label: say("Ask {number}", { number: at + 1 }),
      text: [
        ask.text,
        ask.why,
        ...detailsOf(ask),
        ...ask.evidence.map((one) => `“${one.quote}” ${sourceOf(one)}`),
        ...pins(ask),
        ...same(ask),
      ]
        .filter(Boolean)
        .join("\n"),
    })),
  ]
}

function differencesBetween(before: Shown, after: Shown): Difference[] {
  const [old, now] = [piecesOf(before), piecesOf(after)]
  const was = new Map(old.map((one) => [one.key, one]))
  const is = new Set(now.map(({ key }) => key))
  const changed = now.flatMap((piece): Difference[] => {
    const earlier = was.get(piece.key)
    const lines = differencesOf(earlier?.text ?? "", piece.text)
    if (earlier?.text === piece.text) return []
    return [{ key: piece.key, label: piece.label, what: earlier ? "reworded" : "added", lines }]
  })
  const gone = old
    .filter(({ key }) => !is.has(key))
    .map(({ key, label, text }): Difference => ({ key, label, what: "gone", lines: differencesOf(text, "") }))
  return [...changed, ...gone]
}

/** What changed in a version since another: the one before it that stands, unless an address names one. Public. */
export async function getChanges(ctx: Ctx, id: string, version: number, from: number | null) {
  const rows = await readingAll(ctx, "which versions there are is public", () =>
    ctx.tx.execute<{ version: number }>(sql`
      select version from representation_versions where representation_id = ${id} and withdrawn_at is null order by version`),
  )
  const versions = rows.map((row) => row.version)
  const before = from ?? versions.findLast((one) => one < version) ?? null
  const to = await getPublished(ctx, id, version)
  const earlier = before !== null && versions.includes(before) ? await getPublished(ctx, id, before) : null
  return {
    ...{ versions, from: earlier ? before : null, title: to.content?.title ?? null },
    differences: to.content && earlier?.content ? differencesBetween(earlier.content, to.content) : [],
  }
}
