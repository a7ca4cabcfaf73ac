import type { Count, Stage } from "../../../ballots/election"
import { formatNumber, inWords, percent, say, sayCount } from "../../../words"

/** What a stage of a count is, in words. */
export const stageInWords = ({ number, what, of }: Stage) =>
  what === "surplus"
    ? say("{number}: what {name} had over the quota", { number, name: of ?? "" })
    : what === "exclusion"
      ? say("{number}: {name} drops out", { number, name: of ?? "" })
      : what === "first"
        ? say("{number}: first choices", { number })
        : say("{number}: votes", { number })

/** What happened at a stage beside its numbers: who was elected, and how a tie was decided. */
export function happenedAt({ elected, tie }: Stage): string[] {
  return [
    ...(elected.length > 0 ? [say("Elected: {names}.", { names: inWords(elected) })] : []),
    ...(tie
      ? [
          tie.by === "stage"
            ? say("{names} were level; an earlier stage decided on {chosen}.", {
                names: inWords(tie.among),
                chosen: tie.chosen,
              })
            : say("{names} were level; lots were drawn, and {chosen} was drawn.", {
                names: inWords(tie.among),
                chosen: tie.chosen,
              }),
        ]
      : []),
  ]
}

/** A number of votes as a count sheet has it: whole, or to five places. */
const votesInWords = (votes: number | undefined) =>
  votes === undefined ? "" : Number.isInteger(votes) ? formatNumber(votes) : votes.toFixed(5)

/** What a count sheet calls the votes that are with no candidate any more. */
export const WITH_NOBODY = say("Passed to nobody, and rounding")

const asChange = (change: number | undefined) =>
  !change ? "" : change > 0 ? `+${votesInWords(change)}` : `−${votesInWords(-change)}`

/** What a candidate had at the end of a stage, and what it brought or took; `name` null: what was with nobody any more. */
export function atStage({ rounds }: Count, stage: Stage, name: string | null) {
  const before = rounds[stage.number - 2]
  const lost = stage.nonTransferable - (before?.nonTransferable ?? 0)
  return name === null
    ? { votes: votesInWords(stage.nonTransferable), change: asChange(Math.round(lost * 100_000) / 100_000) }
    : { votes: votesInWords(stage.votes[name]) || "–", change: before ? asChange(stage.transfers[name]) : "" }
}

/** What each candidate had at the end of the first stage: the chart’s bars. */
export const firstVotes = ({ rounds }: Count) =>
  Object.entries(rounds[0]?.votes ?? {})
    .map(([label, votes]) => ({ label, values: [votes] }))
    .sort((one, other) => (other.values[0] ?? 0) - (one.values[0] ?? 0))

type Turnout = { onRoll: number; voted: number; blank: number; disputed: number }
/** How many took part, in a sentence or two. */
export const turnoutInWords = ({ onRoll, voted, blank, disputed }: Turnout) =>
  [
    say("{voted} of the {onRoll} groups on the roll voted ({share}).", {
      ...{ voted, onRoll, share: percent(voted, onRoll) },
    }),
    ...(blank > 0
      ? [
          sayCount(blank, {
            one: "{count} of them left its ballot blank.",
            other: "{count} of them left their ballots blank.",
          }),
        ]
      : []),
    ...(disputed > 0
      ? [
          sayCount(disputed, {
            one: "{count} group says that the vote counted for it wasn’t its own. Nobody can tell which ballot that was.",
            other:
              "{count} groups say that the votes counted for them weren’t their own. Nobody can tell which ballots those were.",
          }),
        ]
      : []),
  ].join(" ")

/** What the chart of a count shows, as a sentence. */
export const findingIn = ({ elected }: Count) =>
  elected.length === 1
    ? say("{name} is elected", { name: elected[0] ?? "" })
    : say("{names} are elected", { names: inWords(elected) })
