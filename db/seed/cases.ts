import { asPerson } from "@/lib/access/doors"
import { closeCase, openCase } from "@/lib/cases/commands"
import { closeCaseInput, openCaseInput } from "@/lib/cases/input"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { dayOf } from "@/lib/words"
import type { Place } from "./base"
import { CASES, type StoryCase } from "./story/cases"
import { CAST } from "./story/people"

const DAY = 86_400_000

/** Cases of the story, each with its sessions, on the days when they were: one open to all staff, one for its people alone, one closed. */
export async function makeCases({ lio, place, now }: { lio: string; place: Place; now: Date }) {
  for (const story of CASES) await makeCase(lio, place, now, story)
}

async function makeCase(lio: string, place: Place, now: Date, story: StoryCase) {
  const { group, title, aim, days, confidential, sessions, ended } = story
  const email = CAST[story.by].email
  const groupId = place.groups.get(group)?.id ?? ""
  const on = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY)
  const as = <T>(daysAgo: number, work: Parameters<typeof asPerson<T>>[2]) =>
    asPerson(lio, { email }, work, { now: on(daysAgo) })
  const { id } = await as(days, (ctx) =>
    openCase(ctx, openCaseInput.parse({ title, aim, groupIds: [groupId], confidential })),
  )
  for (const { days: ago, kind, minutes, note, secret, task } of sessions)
    await as(ago, (ctx) =>
      recordSession(
        ctx,
        recordSessionInput.parse({
          ...{ groupIds: [groupId], caseId: id, kind, minutes: "other", minutesOther: minutes, note },
          confidential: secret,
          stepWhat: task,
          stepWho: task && "personId" in ctx.actor ? ctx.actor.personId : undefined,
          stepDue: task ? dayOf(on(ago - 21)) : undefined,
        }),
      ),
    )
  if (ended)
    await as(ended.days, (ctx) =>
      closeCase(ctx, closeCaseInput.parse({ id, outcome: "reached", ending: ended.words })),
    )
}
