import "server-only"
import { count, eq, sql } from "drizzle-orm"
import { invitations, questions } from "@/db/schema"
import { FAIRNESS, keys, SOURCE_ANSWERS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import { formatDate, say, sayCount } from "../../words"
import { openedVersion } from "../answering/queries"
import { closingChangesInWords } from "../closing/words"
import { workOutPeople } from "../individuals/queries"
import { listTranslations } from "../languages/queries"
import { isShort } from "../period"
import { knowsWhose } from "../policy"
import { type Consultation, readSeal, readSignedOff, type SignedOff } from "../queries"
import { listQuestionVersions, type QuestionVersion } from "../questions/versions/queries"
import { listReached } from "../reach/queries"
import { countHeardNow, type Frozen, type FrozenGroup, workOut } from "../results/queries"
import { summaryOf } from "../results/words"
import { DIMENSIONS, type Dimension, grainOf, listFacts, segmentsOf } from "../segments/queries"
import { partsTogether } from "../small-numbers"
import { aboutNumbers } from "../words"
import { type EditionDocument, type EditionFacts, editionDocument, type ResponsePart } from "./document"
import { wordingsOf } from "./wordings/words"

const labelOf = (names: string[]) => names.join(", ")

/** Who answered, by parts of those asked: by everything where answers are named, else by the one division, in fives. */
function responseOf(groups: FrozenGroup[], { partsBy }: Pick<Consultation, "partsBy">) {
  const dimensions =
    partsBy === "every" ? (Object.keys(DIMENSIONS) as Dimension[]) : partsBy === "none" ? [] : [partsBy]
  return dimensions.flatMap((dimension) => {
    const names = segmentsOf(
      groups.map(({ facts }) => facts),
      dimension,
    )
    const within = names.map((name) => groups.filter(({ facts }) => facts[dimension].includes(name)))
    const answered = within.map((its) => its.filter(({ standing }) => standing === "answered").length)
    const row = (parts: number[]): ResponsePart => ({
      part: labelOf(parts.map((at) => names[at] ?? "")),
      asked: parts.reduce((all, at) => all + (within[at]?.length ?? 0), 0),
      answered: parts.reduce((all, at) => all + (answered[at] ?? 0), 0),
    })
    if (partsBy === "every") return [{ by: DIMENSIONS[dimension], parts: names.map((_, at) => row([at])) }]
    const together = partsTogether(answered, dimension === "size")
    if (together.length < 2) return []
    const silent = answered.flatMap((count, at) => (count === 0 ? [at] : []))
    const parts = together.map((its, at) => row(at === together.length - 1 ? [...its, ...silent] : its))
    return [{ by: DIMENSIONS[dimension], parts }]
  })
}

/** Whom it asked, as a piece of a sentence. */
function audienceOf({ network, viewQuery }: Pick<Consultation, "network" | "viewQuery">) {
  if (network) return say("the groups of {network}", { network })
  return viewQuery === "stage=member" ? say("all members") : say("groups chosen from our list")
}

const sourceOf = ({ sourceAnswers, sourceUrl, sourceClosesOn }: Consultation) =>
  sourceAnswers ? { answers: SOURCE_ANSWERS[sourceAnswers], url: sourceUrl, closesOn: sourceClosesOn } : null

/** How the numbers were made, in sentences: they stand with them for good. */
function methodOf(
  ctx: Ctx,
  consultation: Consultation,
  of: { asked: number; onBehalf: number } & Invited,
): string[] {
  const { openedAt, partsBy, periodReason } = consultation
  const zone = ctx.lio.timezone
  const closed = consultation.closedAt ?? consultation.closesAt ?? ctx.now
  const from = openedAt ?? ctx.now
  const short = isShort(from, closed, zone)
  return [
    sayCount(
      of.asked,
      {
        one: "We asked {audience} ({count} group) from {from} to {to}.",
        other: "We asked {audience} ({count} groups) from {from} to {to}.",
      },
      { audience: audienceOf(consultation), from: formatDate(from, zone), to: formatDate(closed, zone) },
    ),
    ...(of.chosen > 0
      ? [
          sayCount(of.chosen, {
            one: "{count} of these groups was chosen by name.",
            other: "{count} of these groups were chosen by name.",
          }),
        ]
      : []),
    ...(of.later > 0
      ? [
          sayCount(of.later, {
            one: "{count} group was asked later, while it was open.",
            other: "{count} groups were asked later, while it was open.",
          }),
        ]
      : []),
    short
      ? periodReason
        ? say("They had less than 12 weeks because: {reason}", { reason: periodReason })
        : say("They had less than 12 weeks. No reason was given.")
      : say("They had 12 weeks or more."),
    ...closingChangesInWords(consultation.closingChanges, zone),
    sayCount(of.reminded, {
      one: "We invited them by email, or by phone if they had no email address, and reminded {count} group.",
      other:
        "We invited them by email, or by phone if they had no email address, and reminded {count} groups.",
    }),
    say("Each group has one answer. Only the last one that was sent is counted; drafts never are."),
    sayCount(of.onBehalf, {
      one: "{count} answer was typed in by staff from paper or a call.",
      other: "{count} answers were typed in by staff from paper or a call.",
    }),
    say(
      "Groups chose whether to answer, so the numbers tell what these groups say, not what all groups would say.",
    ),
    aboutNumbers(consultation),
    ...(partsBy === "every" ? [say("A group with more than one theme is counted in each.")] : []),
    say("Sizes, areas, themes and sectors are as they were on the day it closed."),
  ]
}

const changeOf = ({ version, number, changedAt, words, reason, answered }: QuestionVersion) => ({
  ...{ version, question: `q${number}`, changedAt: changedAt.toISOString(), words, reason },
  answeredBefore: answered,
})

/**
 * Every answer that was sent sealed, opened: for the moment in which a consultation closes, and for no other. One that can’t
 * be opened stops the closing, for what is locked is deleted with it.
 */
async function openAll(ctx: Ctx, id: string): Promise<SignedOff[]> {
  const [seal, sent] = await Promise.all([readSeal(ctx, id), readSignedOff(ctx, id, { again: true })])
  return sent.map((version) => openedVersion(seal, version))
}

type Which = { edition: number; change: string | null }
type Numbers = { heard: Awaited<ReturnType<typeof countHeardNow>>; content: Frozen }

/** The numbers of a consultation as they stand now, and the document in which anybody may read them. */
export async function workOutEdition(ctx: Ctx, consultation: Consultation, which: Which) {
  const { id } = consultation
  const whose = knowsWhose(consultation)
  const answers = whose ? await readSignedOff(ctx, id, { again: true }) : await openAll(ctx, id)
  const [heard, numbers, reached, grain, people] = await Promise.all([
    countHeardNow(ctx, id),
    workOut(ctx, consultation, { closing: true, answers }),
    listReached(ctx, id),
    grainOf(ctx, id),
    consultation.individuals ? workOutPeople(ctx, id) : null,
  ])
  const groupIds = reached.map(({ groupId }) => groupId)
  const facts = await listFacts(ctx, groupIds, grain)
  const groups = reached.flatMap(({ groupId, group, standing }) => {
    const fact = facts.get(groupId)
    return fact ? [{ groupId, group, standing, facts: fact }] : []
  })
  const content: Frozen = { questions: numbers, groups, grain, ...(people ? { people } : {}) }
  const document = await documentFrom(ctx, consultation, { heard, content, ...which })
  return { heard, content, opened: whose ? undefined : answers, document }
}

/** The document of numbers that are there: of those just worked out, or of those that were kept. */
export async function documentFrom(
  ctx: Ctx,
  consultation: Consultation,
  numbers: Numbers & Which,
): Promise<EditionDocument> {
  const { id, openedAt } = consultation
  const [[invited], versions, asked, translations] = await Promise.all([
    ctx.tx
      .select({
        reminded: count(invitations.remindedAt),
        later: sql<number>`count(*) filter (where ${invitations.invitedAt} > ${openedAt?.toISOString() ?? null}::timestamptz)::int`,
        chosen: sql<number>`count(*) filter (where exists (select from also_asked o
          where o.consultation_id = invitations.consultation_id and o.group_id = invitations.group_id))::int`,
      })
      .from(invitations)
      .where(eq(invitations.consultationId, id)),
    listQuestionVersions(ctx, id),
    ctx.tx.select().from(questions).where(eq(questions.consultationId, id)).orderBy(sql`position, id`),
    listTranslations(ctx, id),
  ])
  const wordings = wordingsOf(consultation, asked, translations)
  return documentOf(ctx, consultation, { ...numbers, invited: found(invited), asked, versions, wordings })
}

/** How many groups were reminded, asked after it had opened, and chosen one by one before. */
type Invited = { reminded: number; later: number; chosen: number }
type Made = Numbers &
  Which & {
    invited: Invited
    asked: (typeof questions.$inferSelect)[]
    versions: QuestionVersion[]
    wordings: ReturnType<typeof wordingsOf>
  }

function documentOf(ctx: Ctx, consultation: Consultation, made: Made): EditionDocument {
  const { heard, content, invited, asked, versions, wordings, edition, change } = made
  const closedAt = consultation.closedAt ?? consultation.closesAt ?? ctx.now
  const facts: EditionFacts = {
    edition,
    change,
    frozenAt: ctx.now.toISOString(),
    lio: { name: ctx.lio.name, slug: ctx.lio.slug },
    consultation: {
      id: consultation.id,
      title: consultation.title,
      about: consultation.about,
      body: consultation.body,
      openedAt: (consultation.openedAt ?? closedAt).toISOString(),
      closedAt: closedAt.toISOString(),
      periodReason: consultation.periodReason,
      named: consultation.named,
      source: sourceOf(consultation),
      ...(versions.length > 0 ? { questionChanges: versions.map(changeOf) } : {}),
      ...(wordings.own.length > 0 ? { also: wordings.own } : {}),
      fairness: keys(FAIRNESS).flatMap((key) => {
        const met = consultation.fairness[key]
        return met ? [{ principle: FAIRNESS[key], met }] : []
      }),
    },
    asked: { groups: heard.asked, audience: audienceOf(consultation), reminded: invited.reminded },
    answered: { groups: heard.answered, nothing: heard.nothing, onBehalf: heard.onBehalf },
    finding: summaryOf({ ...heard, questions: content.questions }),
    response: responseOf(content.groups, consultation),
    ...(content.people ? { people: content.people } : {}),
    method: methodOf(ctx, consultation, { ...heard, ...invited }),
  }
  return editionDocument(facts, asked, content.questions, wordings.questions)
}
