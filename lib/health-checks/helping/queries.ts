import "server-only"
import type { Ctx } from "../../access/ctx"
import { listPublicDates, type PublicDate } from "../../events/queries"
import { listGuides } from "../../guides/reading/queries"
import { themeOptions } from "../../lists/choices/queries"
import { listInUse, listOffered } from "../../resources/queries"
import type { HealthCheck } from "../queries"
import { isWeak } from "../words"

/** How many events of a theme are offered. */
const MOST_EVENTS = 2

/** What helps with one question: a resource, and the next events. */
export type Helps = {
  guide: { slug: string; title: string } | null
  resource: { id: string; title: string } | null
  events: PublicDate[]
}

/** What helps where something needs work, by the question’s id: only what is published and in use, and what whoever asks may open. */
export async function listHelp(
  ctx: Ctx,
  { questions }: Pick<HealthCheck, "questions">,
): Promise<Record<string, Helps>> {
  const weak = questions.filter(({ answer }) => isWeak(answer))
  const ids = weak.flatMap(({ resourceId }) => resourceId ?? [])
  const themed = weak.some(({ themeId }) => themeId)
  const [guides, resources, events] = await Promise.all([
    listGuides(ctx),
    ids.length > 0 ? listInUse(ctx, ids) : [],
    themed ? listPublicDates(ctx) : [],
  ])
  const titled = new Map(guides.map(({ slug, title }) => [slug, { slug, title }]))
  const kept = new Map(resources.map(({ id, title }) => [id, { id, title }]))
  return Object.fromEntries(
    weak.map(({ id, guide, resourceId, themeId }): [string, Helps] => [
      id,
      {
        guide: titled.get(guide ?? "") ?? null,
        resource: kept.get(resourceId ?? "") ?? null,
        events: events
          .filter(({ themeIds }) => themeId !== null && themeIds.includes(themeId))
          .slice(0, MOST_EVENTS),
      },
    ]),
  )
}

/** What a question of a set can open: guides, resources that groups may open, and themes. */
export async function listHelpToChoose(ctx: Ctx) {
  const [guides, resources, themes] = await Promise.all([
    listGuides(ctx),
    listOffered(ctx, {}),
    themeOptions(ctx),
  ])
  return {
    guides: guides.map(({ slug, title }) => ({ value: slug, label: title })),
    resources: resources.map(({ id, title }) => ({ value: id, label: title })),
    themes,
  }
}
/** The same as a type. */
export type HelpToChoose = Awaited<ReturnType<typeof listHelpToChoose>>
