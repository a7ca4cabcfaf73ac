import type { Count, Election as Counted } from "../../../ballots/election"
import { say } from "../../../words"
import type { Standing } from "../nominations/queries"

/** Somebody who stood, by the name under which their ballots are counted. */
export type Candidate = { id: string; name: string; group: string }

/** Those who stood, each by a name that no other has and that a BLT file can hold. */
export function candidatesOf(standing: Pick<Standing, "id" | "name" | "group">[]): Candidate[] {
  const taken = new Set<string>()
  return standing.map(({ id, name, group }) => {
    const plain = (words: string) => words.replaceAll('"', "’").replace(/\s+/g, " ").trim()
    const wanted = [plain(name), `${plain(name)}, ${plain(group)}`]
    const free = wanted.find((one) => !taken.has(one)) ?? `${wanted[1]} (${id.slice(0, 8)})`
    taken.add(free)
    return { id, name: free, group }
  })
}

type Kept = { title: string; candidates: Candidate[]; places: number; ballots: readonly number[][] }
/** An election as `lib/ballots` counts it. */
export const toCount = ({ title, candidates, places, ballots }: Kept): Counted => ({
  title: title.replaceAll('"', "’").replace(/\s+/g, " "),
  candidates: candidates.map(({ name }) => name),
  withdrawn: new Set(),
  seats: places,
  papers: ballots.map((preferences) => ({ preferences, count: 1 })),
})

/** On whom lots fell, in their order: what another count must be told where names that they were drawn by aren’t kept. */
export const lotsIn = ({ rounds }: Count) =>
  rounds.flatMap(({ tie }) => (tie?.by === "lot" ? [tie.chosen] : []))

/** A count with numbers in place of the names of those whose nominations aren’t kept any more. */
export function onlyNaming(kept: ReadonlySet<string>, candidates: Candidate[], count: Count) {
  const told = candidates.map((one, at) =>
    kept.has(one.id) ? one : { ...one, name: say("Candidate {number}", { number: at + 1 }), group: "" },
  )
  const names = new Map(candidates.map(({ name }, at) => [name, told[at]?.name ?? name]))
  const by = (name: string) => names.get(name) ?? name
  const each = (votes: Record<string, number>) =>
    Object.fromEntries(Object.entries(votes).map(([name, number]) => [by(name), number]))
  const rounds = count.rounds.map((stage) => ({
    ...stage,
    of: stage.of === null ? null : by(stage.of),
    transfers: each(stage.transfers),
    votes: each(stage.votes),
    elected: stage.elected.map(by),
    tie: stage.tie && { ...stage.tie, among: stage.tie.among.map(by), chosen: by(stage.tie.chosen) },
  }))
  return { candidates: told, count: { ...count, elected: count.elected.map(by), rounds } }
}

/** Whoever came next: of those still in at the end, or who went last, whoever has the most; null where nobody is left. */
export function runnerUpIn({ rounds, elected }: Count): string | null {
  const last = rounds.at(-1)
  if (!last) return null
  const out = rounds.flatMap(({ what, of }) => (what === "exclusion" && of ? [of] : []))
  const left = Object.entries(last.votes).filter(([name]) => !elected.includes(name) && !out.includes(name))
  const [most] = left.sort(([, one], [, other]) => other - one)
  return most?.[0] ?? out.filter((name) => !elected.includes(name)).at(-1) ?? null
}
