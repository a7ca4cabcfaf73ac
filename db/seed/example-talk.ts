import { sql } from "drizzle-orm"
import {
  answers,
  consultations,
  invitations,
  networkGroups,
  networks,
  posts,
  questions,
  responses,
  responseVersions,
  topics,
} from "@/db/schema"
import type { AnswerValue } from "@/db/schema/asking"
import type { Ctx } from "@/lib/access/ctx"
import { closingMoment } from "@/lib/consultations/period"
import { found } from "@/lib/errors"
import { record } from "@/lib/journal/commands"
import { markdownToHtml } from "@/lib/markdown"
import { dayOf, say } from "@/lib/words"
import type { Place } from "./base"
import { pickedIn, settingOf } from "./consultations"
import type { StoryAnswer, StoryQuestion } from "./story/answers"
import { CONSULTATION, NETWORK } from "./story/examples"

const DAY = 86_400_000
const before = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() - days * DAY) })
const idOf = (rows: { id: string }[]) => found(rows[0]).id

/** Who answers for each group: its main contact, who may not sign in. */
async function listVoices(ctx: Ctx, place: Place) {
  const ids = [...place.groups.values()].map(({ id }) => id)
  const rows = await ctx.tx.execute<{
    name: string
    groupId: string
    personId: string
    person: string
    member: boolean
  }>(sql`
    select g.name, g.id as "groupId", p.id as "personId", p.name as person, g.stage = 'member' as member
    from groups g join people p on p.id = g.main_contact_id where g.id = any (${sql.param(ids)}::uuid[])`)
  return new Map(rows.map((row) => [row.name, row]))
}
type Voices = Awaited<ReturnType<typeof listVoices>>

/** A network of some of the groups, with one topic. Written straight into the tables: nobody hears of it. */
async function makeNetwork(ctx: Ctx, voices: Voices) {
  const { name = "", about, topic } = NETWORK
  const opened = before(ctx, 60)
  const lioId = ctx.lio.id
  const networkId = idOf(
    await ctx.tx.insert(networks).values({ lioId, name, about, createdAt: opened.now }).returning(),
  )
  const groupIds = (NETWORK.groups ?? []).flatMap((group) => voices.get(group)?.groupId ?? [])
  await ctx.tx
    .insert(networkGroups)
    .values(groupIds.map((groupId) => ({ lioId, networkId, groupId, joinedAt: opened.now })))
  await record(opened, {
    what: "network.joined",
    subject: ["network", networkId],
    groupIds,
    summary: say("Joined the network {network}", { network: name }),
  })
  const said = topic.posts.map(({ group, day, body }) => {
    const { groupId, personId } = found(voices.get(group))
    return { lioId, groupId, personId, body, html: markdownToHtml(body), createdAt: before(ctx, day).now }
  })
  const [first, last] = [found(said[0]), found(said.at(-1))]
  const topicId = idOf(
    await ctx.tx
      .insert(topics)
      .values({
        ...{ lioId, networkId, title: topic.title, personId: first.personId, groupId: first.groupId },
        ...{ createdAt: first.createdAt, lastPostAt: last.createdAt, posts: said.length },
      })
      .returning(),
  )
  const made = await ctx.tx
    .insert(posts)
    .values(said.map((post) => ({ ...post, topicId })))
    .returning({ id: posts.id })
  return { networks: [networkId], topics: [topicId], posts: made.map(({ id }) => id) }
}

const answerOf = ({ kind }: StoryQuestion, said: StoryAnswer["says"][string]): AnswerValue => {
  const picked = pickedIn(kind, said)
  if (kind === "scale") return { scale: Number(picked) }
  if (kind === "single") return { choice: String(picked) }
  return Array.isArray(picked) ? { choices: picked } : { text: picked }
}

type Answering = StoryAnswer & { sent: boolean }

/** An open consultation that asks the members: some have answered, one is answering. No letter goes and no reminder is set. */
async function makeConsultation(ctx: Ctx, voices: Voices) {
  const { title, about } = CONSULTATION
  const lioId = ctx.lio.id
  const opened = before(ctx, 12)
  const closesAt = closingMoment(
    dayOf(new Date(ctx.now.getTime() + 75 * DAY), ctx.lio.timezone),
    "17:00",
    ctx.lio.timezone,
  )
  const consultationId = idOf(
    await ctx.tx
      .insert(consultations)
      .values({
        ...{ lioId, title, about, viewQuery: "stage=member", minutes: 5, naming: "body", partsBy: "every" },
        ...{ closesAt, createdAt: opened.now, openedAt: opened.now },
      })
      .returning(),
  )
  const asked = await ctx.tx
    .insert(questions)
    .values(
      CONSULTATION.questions.map((question, at) => ({
        ...{ lioId, consultationId, position: at + 1, kind: question.kind, title: question.title },
        ...{
          help: question.help ?? null,
          required: question.required ?? false,
          setting: settingOf(question),
        },
      })),
    )
    .returning({ id: questions.id })
  const groupIds = [...voices.values()].flatMap(({ member, groupId }) => (member ? [groupId] : []))
  await ctx.tx
    .insert(invitations)
    .values(groupIds.map((groupId) => ({ lioId, consultationId, groupId, invitedAt: opened.now })))
  await record(opened, {
    what: "consultation.opened",
    subject: ["consultation", consultationId],
    groupIds,
    summary: say("Asked in the consultation “{title}”", { title }),
  })
  const made: string[] = []
  const all: Answering[] = [
    ...CONSULTATION.answers.map((one) => ({ ...one, sent: true })),
    { ...CONSULTATION.drafting, sent: false },
  ]
  for (const one of all.filter(({ group }) => voices.get(group)?.member)) {
    const values = CONSULTATION.questions.flatMap((question, at): [string, AnswerValue][] => {
      const said = one.says[question.key]
      return said === undefined ? [] : [[found(asked[at]).id, answerOf(question, said)]]
    })
    made.push(await answer(ctx, consultationId, found(voices.get(one.group)), one, values, made.length))
  }
  return { consultations: [consultationId], questions: asked.map(({ id }) => id), responses: made }
}

async function answer(
  ctx: Ctx,
  consultationId: string,
  { groupId, personId, person }: { groupId: string; personId: string; person: string },
  { day, sent }: Answering,
  values: [string, AnswerValue][],
  at: number,
) {
  const lioId = ctx.lio.id
  const { now } = before(ctx, day)
  const signed = sent
    ? { signedOffAt: now, signedOffBy: personId, version: 1, quotable: true, quotableToGroups: true }
    : {}
  const responseId = idOf(
    await ctx.tx
      .insert(responses)
      .values({
        ...{
          lioId,
          consultationId,
          groupId,
          reference: `EXAM-PLE${at + 2}`,
          startedAt: now,
          startedBy: personId,
        },
        ...signed,
      })
      .returning(),
  )
  await ctx.tx.insert(answers).values(
    values.map(([questionId, value]) => ({
      lioId,
      responseId,
      questionId,
      value,
      savedAt: now,
      savedBy: personId,
    })),
  )
  if (sent)
    await ctx.tx.insert(responseVersions).values({
      ...{ lioId, responseId, version: 1, answers: Object.fromEntries(values) },
      ...{ signedOffAt: now, signedOffBy: personId, signedOffName: person },
    })
  return responseId
}

/** One network and one open consultation of the example groups. Gives the ids of what was made, by table. */
export async function makeExampleTalk(ctx: Ctx, place: Place): Promise<Record<string, string[]>> {
  const voices = await listVoices(ctx, place)
  return { ...(await makeNetwork(ctx, voices)), ...(await makeConsultation(ctx, voices)) }
}
