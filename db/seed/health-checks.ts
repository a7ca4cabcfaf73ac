import { asPerson } from "@/lib/access/doors"
import { healthCheckPath } from "@/lib/access/links"
import { giveAnswer, handIn, recordAnswers } from "@/lib/health-checks/answering/commands"
import { byCheckLink } from "@/lib/health-checks/answering/queries"
import { askAgain, askForCheck } from "@/lib/health-checks/commands"
import { askForSession } from "@/lib/health-checks/helping/commands"
import { listHelpToChoose } from "@/lib/health-checks/helping/queries"
import { askForCheckInput } from "@/lib/health-checks/input"
import { addStep, finishStep } from "@/lib/health-checks/plan/commands"
import { getCheck } from "@/lib/health-checks/queries"
import { saveSet } from "@/lib/health-checks/sets/commands"
import { saveSetInput } from "@/lib/health-checks/sets/input"
import { getSet } from "@/lib/health-checks/sets/queries"
import type { HealthAnswer } from "@/lib/health-checks/words"
import { dayOf } from "@/lib/words"
import type { Place } from "./base"
import { CAST } from "./story/people"

const DAY = 86_400_000

/** How the food bank stood, in the order of the questions: y in place, p partly, n not yet, x doesn’t apply, u nobody knows. */
const FIRST = "ypypynyp" + "yyynnuny"
const SECOND = "yyyyyypy" + "yyypnypy"
const SAYS: Record<string, HealthAnswer> = {
  y: "in_place",
  p: "partly",
  n: "not_yet",
  x: "not_apply",
  u: "unsure",
}

/** What the food bank meant to do after its first check, and how many days ago it was done. */
const PLAN = [
  {
    at: 3,
    what: "Give each trustee a page on what they’re responsible for",
    who: "Rita",
    due: 150,
    done: 140,
  },
  { at: 5, what: "Hold the annual general meeting", who: "Chair and secretary", due: 90, done: 96 },
  {
    at: 5,
    what: "Find a room with a ramp, so that everybody can come to the meeting",
    who: "Secretary",
    due: -40,
    done: null,
  },
  { at: 12, what: "Agree a budget before April", who: "Treasurer", due: -30, done: null },
]

/** What the LIO offers beside the guides. */
const HELPS = [
  {
    set: "governance",
    about: /personal interest/,
    resource: "Charity Commission: the essential trustee",
    theme: "",
  },
  { set: "finance", about: /budget/, resource: "", theme: "advice" },
]

/** A health check of the food bank and its re-check half a year later, by the food bank’s own link; and one that is begun together. */
export async function makeHealthChecks({ lio, place, now }: { lio: string; place: Place; now: Date }) {
  const groupId = place.groups.get("Hob’s Mill Food Bank")?.id ?? ""
  const on = (ago: number) => new Date(now.getTime() - ago * DAY)
  const asWorker = <T>(ago: number, work: Parameters<typeof asPerson<T>>[2]) =>
    asPerson(lio, { email: CAST.worker.email }, work, { now: on(ago) })
  const byLink = async <T>(id: string, ago: number, work: Parameters<typeof byCheckLink<T>>[1]) => {
    const path = await asPerson(lio, { email: CAST.lead.email }, async (ctx) =>
      healthCheckPath(
        ctx.lio,
        id,
        { personId: "personId" in ctx.actor ? ctx.actor.personId : null },
        new Date(now.getTime() + DAY),
      ),
    )
    return byCheckLink({ lio, key: path.split("key=")[1] ?? "" }, work, on(ago))
  }
  const answer = (id: string, ago: number, answers: string) =>
    byLink(id, ago, async (ctx) => {
      const { questions } = await getCheck(ctx, id)
      for (const [at, { id: questionId, version }] of questions.entries())
        await giveAnswer(ctx, id, { questionId, version, answer: SAYS[answers[at] ?? "u"] ?? "unsure" })
      const [first] = questions
      const again = (version: number, answer: HealthAnswer) =>
        giveAnswer(ctx, id, { questionId: first?.id ?? "", version, answer })
      await again(1, "unsure")
      await again(2, "in_place")
      await handIn(ctx, id, true)
    })
  for (const { set, about, resource, theme } of HELPS)
    await asPerson(
      lio,
      { email: CAST.manager.email },
      async (ctx) => {
        const { key, name, seen, questions } = await getSet(ctx, set)
        const { resources } = await listHelpToChoose(ctx)
        const more = {
          resourceId: resources.find(({ label }) => label === resource)?.value,
          themeId: place.themes.get(theme),
        }
        const named = questions.map((question) => ({
          ...{ ...question, offersSession: question.offersSession ? "yes" : "" },
          ...(about.test(question.question) ? more : {}),
        }))
        await saveSet(ctx, saveSetInput.parse({ key, name, seen, questions: named }))
      },
      { now: on(210) },
    )
  const first = await asWorker(200, (ctx) =>
    askForCheck(
      ctx,
      askForCheckInput.parse({ groupIds: [groupId], sets: ["governance", "finance"], way: "link" }),
    ),
  )
  await answer(first.id, 192, FIRST)
  for (const { at, what, who, due, done } of PLAN) {
    await byLink(first.id, 190, async (ctx) => {
      const questionId = (await getCheck(ctx, first.id)).questions[at]?.id ?? null
      await addStep(ctx, first.id, { what, who, dueOn: dayOf(on(due)), questionId })
    })
    if (done !== null)
      await byLink(first.id, done, async (ctx) => {
        const step = (await getCheck(ctx, first.id)).steps.find((one) => one.what === what)
        await finishStep(ctx, first.id, step?.id ?? "")
      })
  }
  const again = await asWorker(12, (ctx) => askAgain(ctx, { id: first.id }))
  await answer(again.id, 9, SECOND)
  await byLink(again.id, 0, async (ctx) => {
    const about = (await getCheck(ctx, again.id)).questions.find(({ question }) => /budget/.test(question))
    await askForSession(ctx, again.id, about?.id ?? "")
  })
  const babyBank = place.groups.get("Hob’s Mill Baby Bank")?.id ?? ""
  const together = await asWorker(3, (ctx) =>
    askForCheck(
      ctx,
      askForCheckInput.parse({ groupIds: [babyBank], sets: ["volunteers"], way: "together", agreed: "yes" }),
    ),
  )
  await asWorker(3, async (ctx) => {
    const begun = (await getCheck(ctx, together.id)).questions.slice(0, 3)
    const answers = begun.map(({ id: questionId, version }) => ({
      ...{ questionId, version, answer: "partly" as const },
    }))
    await recordAnswers(ctx, { id: together.id, answers, button: "later" })
  })
}
