import "server-only"
import { HEALTH_ANSWERS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Block, Document, Inline } from "../../documents/model"
import { found, RuleBroken } from "../../errors"
import { getLetterhead } from "../../lios/letterhead/queries"
import { dayOf, formatDate, formatNumber, inWords, LOCALE, say } from "../../words"
import { getCheck, type HealthCheck } from "../queries"
import { bySet, type HealthAnswer } from "../words"

const text = (words: string): Inline[] => [{ kind: "text", text: words }]
const said = (answer: HealthAnswer | null | undefined) => text(answer ? HEALTH_ANSWERS[answer] : "")

type OfSet = ReturnType<typeof bySet<HealthCheck["questions"][number]>>[number]

/** How much is in place in each set, now and last time, and how the points are counted: once, so that each set’s table follows its heading. */
function pointsOf(sets: OfSet[], { earlier }: HealthCheck): Block[] {
  const before = new Map(bySet(earlier?.questions ?? []).map((set) => [set.key, set.score]))
  const points = (score: number | null | undefined) =>
    text(score === null || score === undefined ? say("Nothing to count") : formatNumber(score))
  return [
    { kind: "heading", level: 1, inlines: text(say("In short")), id: "in-short" },
    {
      kind: "paragraph",
      inlines: text(
        say(
          "Points out of 100: “Yes, in place” counts in full, “Partly” half. What doesn’t apply isn’t counted.",
        ),
      ),
    },
    {
      kind: "table",
      heads: [
        text(say("Questions about")),
        text(say("Points")),
        ...(earlier ? [text(say("Last time"))] : []),
      ],
      rows: sets.map(({ key, name, score }) => [
        text(name),
        points(score),
        ...(earlier ? [points(before.get(key))] : []),
      ]),
      rowHeads: true,
    },
  ]
}

function partOf(set: OfSet, { earlier }: HealthCheck): Block[] {
  const before = new Map(earlier?.questions.map(({ question, answer }) => [question, answer]))
  return [
    { kind: "heading", level: 1, inlines: text(set.name), id: set.key },
    {
      kind: "table",
      heads: [text(say("Question")), text(say("Answer")), ...(earlier ? [text(say("Last time"))] : [])],
      rows: set.questions.map(({ question, answer }) => [
        text(question),
        said(answer),
        ...(earlier ? [said(before.get(question))] : []),
      ]),
      rowHeads: true,
    },
  ]
}

function planOf({ steps, questions }: HealthCheck): Block[] {
  if (steps.length === 0) return []
  const about = new Map(questions.map(({ id, question }) => [id, question]))
  return [
    { kind: "heading", level: 1, inlines: text(say("Plan")), id: "plan" },
    {
      kind: "table",
      heads: [text(say("What")), text(say("About the question")), text(say("Who")), text(say("By when"))],
      rows: steps.map(({ what, who, dueOn, doneOn, questionId }) => [
        text(what),
        text(about.get(questionId ?? "") ?? say("No single question")),
        text(who ?? say("Nobody yet")),
        text(
          doneOn
            ? say("Done on {day}", { day: formatDate(doneOn) })
            : dueOn
              ? formatDate(dueOn)
              : say("No date yet"),
        ),
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
  const sets = bySet(check.questions)
  const { earlier, handedInAt, handedInBy, group } = check
  return {
    title: say("Health check: {group}", { group }),
    language: LOCALE,
    dated: formatDate(handedInAt, zone),
    day: dayOf(found(handedInAt), zone),
    version: inWords(sets.map(({ name }) => name)),
    letterhead: await getLetterhead(ctx),
    facts: [
      { label: say("Handed in"), value: formatDate(handedInAt, zone) },
      ...(handedInBy ? [{ label: say("Handed in by"), value: handedInBy }] : []),
      ...(earlier ? [{ label: say("Last time"), value: formatDate(earlier.handedInAt, zone) }] : []),
    ],
    contents: false,
    blocks: [...pointsOf(sets, check), ...sets.flatMap((set) => partOf(set, check)), ...planOf(check)],
    notes: [],
  }
}
