import type { Ctx } from "@/lib/access/ctx"
import { healthCheckPath } from "@/lib/access/links"
import { giveAnswer } from "@/lib/health-checks/answering/commands"
import { byCheckLink } from "@/lib/health-checks/answering/queries"
import { askForCheck } from "@/lib/health-checks/commands"
import { askForCheckInput } from "@/lib/health-checks/input"
import { getCheck } from "@/lib/health-checks/queries"
import type { HealthAnswer } from "@/lib/health-checks/words"
import type { World } from "./world"

/** What tests of health checks do: ask for one, answer it by the link of a letter, look at it as staff. */
export function checking(w: World) {
  const FAR = new Date("2040-01-01T00:00:00Z")
  const keyFor = (id: string, who: { id: string } | null, address?: string) =>
    healthCheckPath(w.ribble, id, { personId: who?.id ?? null, address }, FAR).split("key=")[1] ?? ""
  const by = <T>(id: string, who: { id: string }, work: (ctx: Ctx, checkId: string) => Promise<T>) =>
    byCheckLink({ lio: "ribble", key: keyFor(id, who) }, work)
  const asked = (sets = ["governance"], more: object = {}) =>
    askForCheckInput.parse({ groupIds: [w.foodbank.id], sets, way: "link", ...more })
  const start = async (sets?: string[], more?: object) =>
    (await w.asWorker((ctx) => askForCheck(ctx, asked(sets, more)))).id
  const answerAll = (id: string, who: { id: string }, answer: HealthAnswer, from = 0, to?: number) =>
    by(id, who, async (ctx) => {
      for (const { id: questionId, version } of (await getCheck(ctx, id)).questions.slice(from, to))
        await giveAnswer(ctx, id, { questionId, version, answer })
    })
  const seenByStaff = (id: string) => w.asManager((ctx) => getCheck(ctx, id))
  return { keyFor, by, asked, start, answerAll, seenByStaff }
}
