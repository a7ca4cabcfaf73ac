import "server-only"
import { HEALTH_ANSWERS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Block, Document, Inline } from "../../documents/model"
import { found, RuleBroken } from "../../errors"
import { getLetterhead } from "../../lios/letterhead/queries"
import { dayOf, formatDate, LOCALE, say } from "../../words"
import { getCheck, type HealthCheck } from "../queries"
import { bySet, type HealthAnswer } from "../words"

const text = (words: string): Inline[] => [{ kind: "text", text: words }]
const said = (answer: HealthAnswer | null | undefined) => text(answer ? HEALTH_ANSWERS[answer] : "")

function partOf(
  set: ReturnType<typeof bySet<HealthCheck["questions"][number]>>[number],
  check: HealthCheck,
): Block[] {
  const before = new Map(check.earlier?.questions.map(({ question, answer }) => [question, answer]))
  const again = check.earlier !== null
  return [
    { kind: "heading", level: 1, inlines: text(set.name), id: set.key },
    ...(set.score === null
      ? []
      : [
          {
            kind: "paragraph" as const,
            inlines: text(say("{score} of 100 points in place. “Partly” counts half.", { score: set.score })),
          },
        ]),
    {
      kind: "table",
      heads: [text(say("Question")), text(say("Answer")), ...(again ? [text(say("Last time"))] : [])],
      rows: set.questions.map(({ question, answer }) => [
        text(question),
        said(answer),
        ...(again ? [said(before.get(question))] : []),
      ]),
      rowHeads: true,
    },
  ]
}

function planOf({ steps }: HealthCheck): Block[] {
  if (steps.length === 0) return []
  return [
    { kind: "heading", level: 1, inlines: text(say("Plan")), id: "plan" },
    {
      kind: "table",
      heads: [text(say("What")), text(say("Who")), text(say("By when")), text(say("Done on"))],
      rows: steps.map(({ what, who, dueOn, doneOn }) => [
        text(what),
        text(who ?? ""),
        text(dueOn ? formatDate(dueOn) : ""),
        text(doneOn ? formatDate(doneOn) : ""),
      ]),
      rowHeads: true,
    },
  ]
}

/** A check that was handed in as a paper: for its group, and for staff while it agrees. */
export async function readReport(ctx: Ctx, id: string): Promise<Document> {
  const check = await getCheck(ctx, id)
  if (check.questions.length === 0)
    throw new RuleBroken(say("The group doesn’t share this health check, so there is nothing to download."))
  if (!check.handedInAt) throw new RuleBroken(say("There’s a report once the health check is handed in."))
  const zone = ctx.lio.timezone
  const { earlier, handedInAt, handedInBy, group } = check
  return {
    title: say("Health check: {group}", { group }),
    language: LOCALE,
    dated: formatDate(handedInAt, zone),
    day: dayOf(found(handedInAt), zone),
    version: group,
    letterhead: await getLetterhead(ctx),
    facts: [
      { label: say("Group"), value: group },
      { label: say("Handed in"), value: formatDate(handedInAt, zone) },
      ...(handedInBy ? [{ label: say("Handed in by"), value: handedInBy }] : []),
      ...(earlier ? [{ label: say("Last time"), value: formatDate(earlier.handedInAt, zone) }] : []),
    ],
    contents: false,
    blocks: [...bySet(check.questions).flatMap((set) => partOf(set, check)), ...planOf(check)],
    notes: [],
  }
}
