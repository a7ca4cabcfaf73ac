import "server-only"
import { ELECTION_RULES } from "@/db/vocabulary"
import type { Ctx } from "../../../access/ctx"
import { barsFigure } from "../../../documents/charts"
import type { Block, Document, Inline } from "../../../documents/model"
import { found } from "../../../errors"
import { getLetterhead } from "../../../lios/letterhead/queries"
import { dayOf, formatDate, formatNumber, LOCALE, say } from "../../../words"
import { getElection } from "../queries"
import { HOW_COUNTED, HOW_TIES, WHO_COULD_SEE } from "../words"
import { getResult } from "./queries"
import {
  atStage,
  findingIn,
  firstVotes,
  happenedAt,
  stageInWords,
  turnoutInWords,
  WITH_NOBODY,
} from "./words"

const text = (words: string): Inline[] => [{ kind: "text", text: words }]
const paragraph = (words: string): Block => ({ kind: "paragraph", inlines: text(words) })
const heading = (words: string, id: string): Block => ({
  kind: "heading",
  level: 1,
  inlines: text(words),
  id,
})

/** The result of a vote as a paper: turnout, chart and the count stage by stage. NotFound until it’s told. */
export async function readResultPaper(ctx: Ctx, id: string): Promise<Document> {
  const election = await getElection(ctx, id)
  const result = found(await getResult(ctx, id))
  const { count, candidates } = result
  const rule = found(election.rule)
  const zone = ctx.lio.timezone
  const letterhead = await getLetterhead(ctx)
  return {
    title: say("Result: {title}", { title: election.title }),
    language: LOCALE,
    dated: formatDate(election.votingUntil, zone),
    day: dayOf(election.votingUntil, zone),
    version: election.board,
    letterhead,
    facts: [
      { label: say("On the roll"), value: formatNumber(result.onRoll) },
      { label: say("Voted"), value: formatNumber(result.voted) },
      { label: say("On paper"), value: formatNumber(result.onPaper) },
      { label: say("Blank"), value: formatNumber(result.blank) },
      { label: say("Counted by"), value: ELECTION_RULES[rule] },
    ],
    contents: false,
    blocks: [
      paragraph(turnoutInWords(result)),
      barsFigure(
        {
          finding: findingIn(count),
          rowsAre: say("Candidate"),
          rows: firstVotes(count),
          series: [say("Votes at the first stage")],
        },
        letterhead.colour,
      ),
      heading(say("The count, stage by stage"), "count"),
      ...(count.quota === null
        ? []
        : [paragraph(say("Quota: {quota}.", { quota: formatNumber(count.quota) }))]),
      ...count.rounds.flatMap((stage): Block[] => [
        {
          kind: "table",
          caption: stageInWords(stage),
          heads: [text(say("Candidate")), text(say("Change")), text(say("Votes"))],
          rows: [...candidates.map(({ name }) => name), ...(stage.nonTransferable > 0 ? [null] : [])].map(
            (name) => {
              const { votes, change } = atStage(count, stage, name)
              return [text(name ?? WITH_NOBODY), text(change), text(votes)]
            },
          ),
          align: ["left", "right", "right"],
          rowHeads: true,
        },
        ...happenedAt(stage).map(paragraph),
      ]),
      heading(say("How it’s counted"), "rules"),
      paragraph(HOW_COUNTED[rule]),
      paragraph(HOW_TIES),
      paragraph(WHO_COULD_SEE),
    ],
    notes: [],
  }
}
