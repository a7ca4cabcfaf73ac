import "server-only"
import { eq, sql } from "drizzle-orm"
import { invitations } from "@/db/schema"
import { SECTORS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { maySeeAll } from "../policy"
import {
  type Consultation,
  getConsultation,
  listQuestions,
  type Question,
  readSignedOff,
  type SignedOff,
} from "../queries"
import { DIMENSIONS, type Dimension, type Facts, listFacts, segmentsOf } from "../segments/queries"
import { holdBack, LEAST, type Segment, type ShownSegment } from "../suppression"
import { isAnswered, optionsOf, picksOf, UNSURE } from "../words"
import { findingOf } from "./words"

/** One option with how many groups picked it. */
export type Counted = { value: string; label: string; count: number }
/** A written answer; `by` is the group's name for staff, and for others what the group agreed to. */
export type Written = { groupId: string | null; by: string; text: string; quotable: boolean }
/** A question's numbers by one kind of segment; `withheld` when nothing in it can be shown. */
export type BySegment = { dimension: Dimension; label: string; rows: ShownSegment[]; withheld: boolean }

/** What the groups said to one question. */
export type QuestionResult = {
  id: string
  number: number
  kind: Question["kind"]
  title: string
  finding: string
  /** Groups that answered it, "not sure" included, and those that left it out. */
  answered: number
  unsure: number
  skipped: number
  options: Counted[]
  segments: BySegment[]
  written: Written[]
}

const UNSURE_KEY = "unsure"

/** May look at what came out: staff at any time, the groups that were asked once it has closed. */
export const mayReadResults = (ctx: Ctx, of: Consultation) =>
  maySeeAll(ctx.actor) || of.state === "closed" || of.state === "finished"

/**
 * What came out: signed-off answers only, drafts never. Numbers by segment hold back what could pick a group out.
 * Written answers: all with the group's name for staff; for others only those that may be quoted. With fewer than five
 * answers others see no numbers at all.
 */
export async function getResults(ctx: Ctx, id: string) {
  const consultation = await getConsultation(ctx, id)
  ensure(mayReadResults(ctx, consultation), "The results can be read here once the consultation has closed.")
  const staff = maySeeAll(ctx.actor)
  const [asked, said, [counts]] = await Promise.all([
    listQuestions(ctx, id),
    readSignedOff(ctx, id),
    ctx.tx
      .select({
        asked: sql<number>`count(*)::int`,
        nothing: sql<number>`(count(*) filter (where ${invitations.declinedAt} is not null))::int`,
      })
      .from(invitations)
      .where(eq(invitations.consultationId, id)),
  ])
  const facts = await listFacts(
    ctx,
    said.map(({ groupId }) => groupId),
  )
  const few = !staff && said.length < LEAST
  return {
    consultation,
    staff,
    asked: counts?.asked ?? 0,
    nothing: counts?.nothing ?? 0,
    answered: said.length,
    /** Too few answers to show anything to others. */
    few,
    questions: few
      ? []
      : asked.map((question, at) =>
          resultOf(question, at + 1, said, facts, { staff, named: consultation.named }),
        ),
  }
}
export type Results = Awaited<ReturnType<typeof getResults>>

function resultOf(
  question: Question,
  number: number,
  said: SignedOff[],
  facts: Map<string, Facts>,
  reader: { staff: boolean; named: boolean },
): QuestionResult {
  const given = said.flatMap((one) => {
    const value = one.answers[question.id]
    return isAnswered(value) ? [{ ...one, value }] : []
  })
  const unsure = given.filter(({ value }) => value.unsure).length
  const options = optionsOf(question).map((option) => ({
    ...option,
    count: given.filter(({ value }) => picksOf(value).includes(option.value)).length,
  }))
  const result = {
    id: question.id,
    number,
    kind: question.kind,
    title: question.title,
    answered: given.length,
    unsure,
    skipped: said.length - given.length,
    options,
  }
  return {
    ...result,
    finding: findingOf({ ...result, steps: question.setting.steps ?? 5 }),
    segments: question.kind === "text" ? [] : segmentTables(question, given, facts),
    written: question.kind === "text" ? writtenOf(given, reader) : [],
  }
}

type Given = SignedOff & { value: SignedOff["answers"][string] }

/** The picks by size, area, theme and sector, with what must be held back left out. */
function segmentTables(question: Question, given: Given[], facts: Map<string, Facts>): BySegment[] {
  const known = given.map(({ groupId }) => facts.get(groupId))
  const dimensions = Object.keys(DIMENSIONS) as Dimension[]
  const segments: Segment[] = dimensions.flatMap((dimension) =>
    segmentsOf(facts.values(), dimension).map((key) => ({
      dimension,
      key,
      members: known.flatMap((fact, at) => (fact?.[dimension].includes(key) ? [at] : [])),
    })),
  )
  const labels = [...optionsOf(question), { value: UNSURE_KEY, label: UNSURE }]
  const shown = holdBack(
    segments.filter(({ members }) => members.length > 0),
    {
      options: labels.map(({ value }) => value),
      picks: given.map(({ value }) => (value.unsure ? [UNSURE_KEY] : picksOf(value))),
      exclusive: question.kind !== "multiple",
    },
  )
  return dimensions.map((dimension) => {
    const rows = shown.filter((row) => row.dimension === dimension)
    const withheld = rows.length < 2 || rows.every(({ counts }) => counts.every((count) => count === null))
    return { dimension, label: DIMENSIONS[dimension], rows: withheld ? [] : rows, withheld }
  })
}

function writtenOf(given: Given[], { staff, named }: { staff: boolean; named: boolean }): Written[] {
  return given
    .filter(({ quotable, value }) => value.text && (staff || quotable))
    .map(({ groupId, group, sector, quotable, value }) => ({
      groupId: staff ? groupId : null,
      by: staff || named ? group : SECTORS[sector],
      text: value.text ?? "",
      quotable: quotable === true,
    }))
}
