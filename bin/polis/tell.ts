import { sayCount } from "@/lib/words"
import type { Result } from "../commands/analyse-statements"

const short = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text).replace(/\s+/g, " ")

const table = (rows: string[][]) => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    row.map((cell, at) => (at < row.length - 1 ? cell.padStart(widths[at] ?? 0) : cell)).join("  "),
  )
}

const side = (one: string) => (one === "agree" ? "agree" : "disagree")

function ofPublished({ published }: Result): string[] {
  if (!published) return []
  const { components, k, silhouette, publishedK, publishedSilhouette, sameGroups } = published
  const far = components.map((one) => one.toExponential(1))
  const near = components.every((one) => one <= 1e-6)
  return [
    "",
    "Held against what Polis worked out (math-pca2.json):",
    `  The directions differ by at most ${far[0]} and ${far[1]}, up to their sign.`,
    `  Nobody stands further than ${published.places.toExponential(1)} from where Polis has them.`,
    ...(near
      ? []
      : [
          "  Polis stops after 100 turns of power iteration and goes on from there at the next votes, so its directions can lag behind the votes it has.",
        ]),
    `  Its ${publishedK} groups have a silhouette of ${publishedSilhouette.toFixed(4)}; from its places in its order we get ${k} with ${silhouette.toFixed(4)}: ${sameGroups ? "the same groups" : "other groups"}.`,
    ...(sameGroups
      ? []
      : [
          "  Polis starts from its last groups and waits four rounds before it shows another number of them.",
        ]),
  ]
}

/** What came of it, in words. */
export function tell(result: Result): string {
  const { participants, counted, statements, components, clusters, consensus, verdict, notes } = result
  const at = new Map(components.statements.map((id, place) => [id, place]))
  const part = (vector: number[], id: string) => (vector[at.get(id) ?? -1] ?? 0).toFixed(3)
  const textOf = new Map(statements.map(({ id, text }) => [id, text]))
  const named = (id: string) => [id, short(textOf.get(id) ?? "")].filter(Boolean).join(": ")
  return [
    `${sayCount(participants, { one: "{count} participant", other: "{count} participants" })}, ${sayCount(statements.length, { one: "{count} statement", other: "{count} statements" })}; ${counted} voted on enough of them to be grouped.`,
    ...notes,
    "",
    ...table([
      ["statement", "agree", "disagree", "pass", "voted", "first", "second", ""],
      ...statements.map(({ id, agree, disagree, pass, seen, text, aside }) => [
        id,
        ...[agree, disagree, pass, seen].map(String),
        part(components.first, id),
        part(components.second, id),
        `${aside ? `(${aside}) ` : ""}${short(text)}`,
      ]),
    ]),
    "",
    "Most agree or disagree, whoever they are:",
    ...(consensus.length > 0
      ? consensus.map((one) => `  ${one.said} of ${one.seen} ${side(one.side)} with ${named(one.statement)}`)
      : ["  nothing"]),
    "",
    verdict,
    ...(clusters?.groups ?? []).flatMap(({ members, typical }, group) => [
      `  Group ${group + 1}, ${members.length} participants:`,
      ...typical.map(
        (one) => `    ${one.said} of ${one.seen} ${side(one.side)} with ${named(one.statement)}`,
      ),
    ]),
    ...ofPublished(result),
  ].join("\n")
}
