import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { answers, invitations, responses, responseVersions } from "@/db/schema"
import type { AnswerValue } from "@/db/schema/asking"
import { type Ctx, personOf } from "../../access/ctx"
import { postAll } from "../../email/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { holdOpen } from "../answering/commands"
import { showSentFiles } from "../answering/files/commands"
import type { OpenResponseInput, SignOff } from "../answering/input"
import {
  changedSince,
  countAnswered,
  type OpenResponse,
  openResponse,
  shownIn,
  stampOf,
} from "../answering/queries"
import { byReader, closingInWords } from "../invitations/letters"
import { listSpokespeople } from "../invitations/queries"
import { offeredIn } from "../languages/queries"
import { knowsWhose } from "../policy"
import type { Consultation } from "../queries"
import { shownTo } from "../questions/showing/words"
import { consentIn, sealedConsent } from "../sealed"
import { answerInWords, isAnswered, isMissing } from "../words"
import { columnsOfQuotes, quotesOf } from "./consent/words"
import { dropUnasked } from "./dropping/commands"
import { firstOfTwo } from "./two/commands"

type Sending = Pick<Consultation, "id" | "title" | "closesAt" | "naming">

const leadOnly = (answering: OpenResponse) =>
  ensure(
    answering.lead,
    say("Only the lead of {group} can send its answers. You can tell the lead that they are ready.", {
      group: answering.group.name,
    }),
  )

/** The response and its draft as they stand, held still: what was read before may be older. */
async function readDraft(ctx: Ctx, responseId: string) {
  const [held] = await ctx.tx.select().from(responses).where(eq(responses.id, responseId)).for("update")
  const draft = await ctx.tx.select().from(answers).where(eq(answers.responseId, responseId))
  return { held: found(held), draft }
}

function sentInWords(how: { again: boolean; behalf: boolean }, title: string, reference: string) {
  const of = { title, reference }
  if (how.again)
    return how.behalf
      ? say("Sent a changed answer (from paper): “{title}”, reference {reference}", of)
      : say("Sent a changed answer: “{title}”, reference {reference}", of)
  return how.behalf
    ? say("Answered (from paper): “{title}”, reference {reference}", of)
    : say("Answered: “{title}”, reference {reference}", of)
}

/**
 * Sends the group's answers: freezes them as the next version, which from now on counts. Only the lead may, or staff for
 * answers that they entered from paper. Refused when an answer changed since the lead read them.
 */
export async function signOffResponse(ctx: Ctx, input: SignOff) {
  const consultation = await holdOpen(ctx, input.id)
  const answering = await openResponse(ctx, input.id, input.group)
  leadOnly(answering)
  const where = { id: input.id, group: input.group, groupId: answering.group.id }
  const me = personOf(ctx.actor)
  if (!me && !input.name) throw new RuleBroken(say("Enter your name"), "name")
  if (!answering.response || countAnswered(answering) === 0)
    throw new RuleBroken(say("Answer at least one question first."))
  const shown = shownIn(answering)
  const missing = shown.find((question) => isMissing(question, answering.answers.get(question.id)?.value))
  if (missing)
    throw new RuleBroken(
      say("Question {missing} needs an answer before you can send.", {
        missing: answering.questions.indexOf(missing) + 1,
      }),
    )
  const { held, draft } = await readDraft(ctx, answering.response.id)
  if (stampOf(draft) !== input.seen) {
    throw new RuleBroken(
      say(
        "Somebody changed an answer while you had this page open. Open the page again, read the answers, then send them.",
      ),
    )
  }
  const { seal } = answering
  const quotes = seal && input.quotes === "public" ? "groups" : input.quotes
  const quotesNow = seal ? consentIn(answering.sent?.answers ?? {}) : quotesOf(answering.response)
  const again = answering.response.version > 0 && changedSince(answering).length === 0
  if (again && quotesNow === quotes) throw new RuleBroken(say("These answers were sent already."))
  const first = await firstOfTwo(ctx, consultation, answering, { held, quotes })
  if (first.waits)
    return {
      ...where,
      behalf: false,
      waits: true,
      dropped: 0,
      reference: answering.response.reference,
      version: answering.response.version,
    }
  const asked = new Set(shown.map(({ id }) => id))
  const answers: Record<string, AnswerValue> = {
    ...Object.fromEntries(
      draft
        .filter(({ questionId, value }) => asked.has(questionId) && isAnswered(value))
        .map(({ questionId, value }) => [questionId, value]),
    ),
    ...sealedConsent(seal, answering.response.id, quotes),
  }
  const signedOffName = first.name
    ? say("{first} and {second}", { first: first.name, second: me?.name ?? "" })
    : me
      ? answering.behalf
        ? say("{me}, {lio}, for the group", { me: me.name, lio: ctx.lio.name })
        : me.name
      : say("{name}, by the link sent to the group’s own address", { name: input.name ?? "" })
  const [sent] = await ctx.tx
    .update(responses)
    .set({
      version: sql`${responses.version} + 1`,
      signedOffAt: ctx.now,
      signedOffBy: me?.personId ?? null,
      ...(seal ? { quotable: null, quotableToGroups: null } : columnsOfQuotes(quotes)),
      readyAt: null,
      readyBy: null,
      firstSignedAt: null,
      firstSignedBy: null,
      firstSignedState: null,
    })
    .where(and(eq(responses.id, answering.response.id), eq(responses.version, answering.response.version)))
    .returning({ version: responses.version, reference: responses.reference })
  if (!sent) throw new RuleBroken(say("These answers were sent a moment ago."))
  const { version, reference } = sent
  await ctx.tx.insert(responseVersions).values({
    lioId: ctx.lio.id,
    responseId: answering.response.id,
    version,
    answers,
    signedOffAt: ctx.now,
    signedOffBy: me?.personId ?? null,
    signedOffName,
    onBehalf: answering.behalf,
    // Of few groups the language alone would tell which they are.
    language: knowsWhose(consultation) ? await offeredIn(ctx, input.id, input.language) : null,
  })
  await showSentFiles(ctx, {
    ...{ responseId: answering.response.id, groupId: answering.group.id },
    answers: Object.values(answers),
  })
  const dropped = await dropUnasked(ctx, answering, draft)
  await record(ctx, {
    what: "response.signed_off",
    subject: ["consultation", consultation.id],
    groupIds: [answering.group.id],
    summary: sentInWords({ again: version > 1, behalf: answering.behalf }, consultation.title, reference),
    to: { version },
  })
  await sendCopies(ctx, consultation, answering, answers, { reference, signedOffName })
  return {
    ...where,
    behalf: answering.behalf,
    waits: false,
    dropped,
    reference,
    version,
  }
}

/** A copy of what was sent, to everybody who speaks for the group. */
async function sendCopies(
  ctx: Ctx,
  consultation: Sending,
  answering: OpenResponse,
  answers: Record<string, AnswerValue>,
  sent: { reference: string; signedOffName: string },
) {
  const readers = byReader(ctx, await listSpokespeople(ctx, [answering.group.id], "service"), consultation)
  return postAll(
    ctx,
    readers.map(({ to, basis, url }) => ({
      letter: "consultation-copy",
      stream: "service",
      to,
      basis,
      props: {
        title: consultation.title,
        group: answering.group.name,
        reference: sent.reference,
        by: sent.signedOffName,
        closes: consultation.closesAt ? closingInWords(ctx, consultation.closesAt) : "",
        // An email would say which group said what.
        answers:
          consultation.naming === "nobody"
            ? []
            : shownTo(answering.questions, (id) => answers[id]).map((question) => ({
                question: question.title,
                answer: answerInWords(question, answers[question.id]),
              })),
        url,
      },
    })),
  )
}

/** Sends the copy of what was sent once more, to everybody who speaks for the group. */
export async function copyAnswer(ctx: Ctx, { id, group }: { id: string; group: string }) {
  const { consultation, ...answering } = await openResponse(ctx, id, group)
  if (!answering.sent || !answering.response) throw new RuleBroken(say("Nothing has been sent yet."))
  if (consultation.naming === "nobody")
    throw new RuleBroken(say("These answers are anonymous, so we don’t email them."))
  const { reference } = answering.response
  const { signedOffName, answers } = answering.sent
  const letters = await sendCopies(ctx, consultation, answering, answers, { reference, signedOffName })
  return { id, group, letters }
}

/** "We have nothing to say": counts as heard. A group that sent answers cannot say so any more. */
export async function declineToAnswer(ctx: Ctx, input: OpenResponseInput) {
  const consultation = await holdOpen(ctx, input.id)
  const answering = await openResponse(ctx, input.id, input.group)
  leadOnly(answering)
  if (answering.response?.version)
    throw new RuleBroken(say("Your group has sent its answers. You can still change them."))
  const [declined] = await ctx.tx
    .update(invitations)
    .set({ declinedAt: ctx.now })
    .where(
      and(
        eq(invitations.consultationId, input.id),
        eq(invitations.groupId, answering.group.id),
        isNull(invitations.declinedAt),
      ),
    )
    .returning({ groupId: invitations.groupId })
  if (!declined) throw new RuleBroken(say("Your group has said already that it has nothing to say."))
  await record(ctx, {
    what: "invitation.declined",
    subject: ["consultation", consultation.id],
    groupIds: [answering.group.id],
    summary: answering.behalf
      ? say("Had nothing to say to “{title}” (told us by paper or call)", { title: consultation.title })
      : say("Had nothing to say to “{title}”", { title: consultation.title }),
  })
  return { id: input.id, group: input.group, groupId: answering.group.id, behalf: answering.behalf }
}
