import "server-only"
import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { healthCheckQuestions, healthChecks } from "@/db/schema"
import { readingAll } from "../access/audiences"
import { type Ctx, personIdOf } from "../access/ctx"
import { healthCheckPath } from "../access/links"
import { addresseesOf, listSpokespeople } from "../consultations/invitations/queries"
import { monthsAfter } from "../days"
import { type Letter, postAll } from "../email/commands"
import { ensure, found, RuleBroken } from "../errors"
import { settleGroups } from "../groups/picker/commands"
import { record } from "../journal/commands"
import { addTask } from "../tasks/commands"
import { formatDate, say } from "../words"
import { type AskForCheck, LINK_MONTHS, type PlanRecheck } from "./input"
import { mayAskForChecks } from "./policy"
import { getCheck, hasRecheck, listQuestions } from "./queries"
import { listSets } from "./sets/queries"
import type { SetQuestion } from "./sets/words"

const guard = (ctx: Ctx) =>
  ensure(mayAskForChecks(ctx.actor), say("Only workers and managers can ask groups for a health check."))

type Asked = SetQuestion & { setKey: string; setName: string }

/** Writes to everybody who speaks for the group. Returns how many emails go out. */
async function sendLink(ctx: Ctx, check: { id: string; groupId: string }, again: boolean): Promise<number> {
  const expires = new Date(monthsAfter(ctx.today, LINK_MONTHS))
  const readers = addresseesOf(await listSpokespeople(ctx, [check.groupId], "service"))
  return postAll(
    ctx,
    readers.map(({ to, basis, groups: [group = ""] }): Letter => {
      const who = "personId" in to ? { personId: to.personId } : { personId: null, address: to.email }
      const url = healthCheckPath(ctx.lio, check.id, who, expires)
      return { letter: "health-check", stream: "service", to, basis, props: { group, again, url } }
    }),
  )
}

type Of = { group: { id: string; name: string }; earlierId: string | null; together: boolean }

/** The questions without what their sets name and is gone since. */
async function helpThatIsThere(ctx: Ctx, questions: Asked[]): Promise<Asked[]> {
  const named = questions.flatMap(({ resourceId, themeId }) => [resourceId, themeId]).filter((id) => id)
  if (named.length === 0) return questions
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select id from resources where id = any (${sql.param(named)}::uuid[])
    union all select id from terms where id = any (${sql.param(named)}::uuid[]) and list = 'theme'`)
  const there = new Set(rows.map(({ id }) => id))
  const kept = (id: string | null) => (id && there.has(id) ? id : null)
  return questions.map((question) => ({
    ...question,
    resourceId: kept(question.resourceId),
    themeId: kept(question.themeId),
  }))
}

async function begin(ctx: Ctx, { group, earlierId, together }: Of, questions: Asked[]) {
  const lioId = ctx.lio.id
  const id = randomUUID()
  const by = personIdOf(ctx.actor)
  await ctx.tx.insert(healthChecks).values({
    ...{ lioId, id, groupId: group.id, earlierId, askedAt: ctx.now, askedById: by },
    ...(together ? { startedAt: ctx.now, consentedAt: ctx.now, consentById: by } : {}),
  })
  const there = await helpThatIsThere(ctx, questions)
  await ctx.tx
    .insert(healthCheckQuestions)
    .values(there.map((question, position) => ({ ...question, lioId, checkId: id, position })))
  const sent = await sendLink(ctx, { id, groupId: group.id }, earlierId !== null)
  if (sent === 0 && !together)
    throw new RuleBroken(
      say(
        "We have no email address for anybody who speaks for {group}. Add one first, or answer the questions together with them.",
        { group: group.name },
      ),
      "groupIds",
    )
  await record(ctx, {
    what: "health_check.asked",
    subject: ["health-check", id],
    groupIds: [group.id],
    summary: together ? say("Began a health check together") : say("Asked for a health check"),
  })
  return { id, group: group.name, together, sent }
}

/** Asks one group for a health check: by a link to everybody who speaks for it, or together with staff. */
export async function askForCheck(ctx: Ctx, input: AskForCheck) {
  guard(ctx)
  const chosen = await settleGroups(ctx, input)
  const [group] = chosen
  if (!group || chosen.length > 1)
    throw new RuleBroken(say("Choose one group. Each group gets a health check of its own."), "groupIds")
  const sets = (await listSets(ctx)).filter(({ key }) => input.sets.includes(key))
  if (sets.length < input.sets.length)
    throw new RuleBroken(say("One of these sets isn’t here any more. Choose again."), "sets")
  const questions = sets.flatMap((set) =>
    set.questions.map((question) => ({ ...question, setKey: set.key, setName: set.name })),
  )
  return begin(ctx, { group, earlierId: null, together: input.way === "together" }, questions)
}

/** Sends the link of a check once more, to whoever speaks for the group now. */
export async function sendAgain(ctx: Ctx, { id }: { id: string }) {
  guard(ctx)
  const check = await getCheck(ctx, id)
  const sent = await sendLink(ctx, check, check.earlierId !== null)
  if (sent === 0)
    throw new RuleBroken(
      say("We have no email address for anybody who speaks for {group}. Add one first.", {
        group: check.group,
      }),
    )
  await record(ctx, {
    what: "health_check.asked",
    subject: ["health-check", id],
    groupIds: [check.groupId],
    summary: say("Sent the link to the health check again"),
  })
  return { id, sent }
}

/** Says when a check is to be done again, and gives whoever says it a task for that day. */
export async function planRecheck(ctx: Ctx, { id, months }: PlanRecheck) {
  guard(ctx)
  const check = await getCheck(ctx, id)
  if (!check.handedInAt)
    throw new RuleBroken(say("This check hasn’t been handed in yet. Plan the next one when it has."))
  const recheckOn = monthsAfter(ctx.today, months)
  await ctx.tx.update(healthChecks).set({ recheckOn }).where(eq(healthChecks.id, id))
  await addTask(ctx, {
    what: say("Ask {group} for their next health check", { group: check.group }),
    assigneeId: personIdOf(ctx.actor),
    dueOn: recheckOn,
    groupId: check.groupId,
  })
  await record(ctx, {
    what: "health_check.recheck_planned",
    subject: ["health-check", id],
    groupIds: [check.groupId],
    summary: say("Planned the next health check for {day}", { day: formatDate(recheckOn) }),
  })
  return { id, recheckOn }
}

/** Asks the group the same questions again, so that both checks can be compared. */
export async function askAgain(ctx: Ctx, { id }: { id: string }) {
  guard(ctx)
  const check = await getCheck(ctx, id)
  if (!check.handedInAt) throw new RuleBroken(say("This check hasn’t been handed in yet."))
  if (await hasRecheck(ctx, id)) throw new RuleBroken(say("The group has been asked again already."))
  const questions = await readingAll(ctx, "the same questions are asked again; no answer is shown", () =>
    listQuestions(ctx, id),
  )
  const asked = questions.map(
    ({ setKey, setName, question, hint, guide, resourceId, themeId, offersSession }) => ({
      ...{ setKey, setName, question, hint, guide, resourceId, themeId, offersSession },
    }),
  )
  const group = found({ id: check.groupId, name: check.group })
  return begin(ctx, { group, earlierId: id, together: false }, asked)
}
