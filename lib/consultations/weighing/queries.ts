import "server-only"
import { and, isNull, ne } from "drizzle-orm"
import { groups } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import { maySeeAll } from "../policy"
import { getConsultation } from "../queries"
import { listReached } from "../reach/queries"
import { type Frozen, readFrozen } from "../results/queries"
import { isOnlyHeard } from "../results/words"
import {
  DIMENSIONS,
  type Dimension,
  type Facts,
  type Grain,
  grainOf,
  listFacts,
  segmentsOf,
} from "../segments/queries"
import { effectiveAnswers, weightedShare, weightsOf } from "./weights"

/** How those who were asked and who answered compare with the membership and with every group that the LIO knows. */
export type Compared = {
  dimension: Dimension
  label: string
  rows: { part: string; known: number; members: number; asked: number; answered: number }[]
}

const within = (facts: Map<string, Facts>, ids: readonly string[], dimension: Dimension, part: string) =>
  ids.filter((id) => facts.get(id)?.[dimension].includes(part)).length

/** Groups that aren't closed nor bodies, and which of them are members. */
async function readKnown(ctx: Ctx) {
  return ctx.tx
    .select({ id: groups.id, stage: groups.stage })
    .from(groups)
    .where(and(isNull(groups.removedAt), ne(groups.stage, "closed"), ne(groups.sector, "statutory")))
}

/** Where each group that was asked stood, with its facts: of the day it closed, or of today. */
async function readAsked(ctx: Ctx, id: string, grain: Grain) {
  const frozen = await readFrozen(ctx, id)
  if (frozen) {
    const its = frozen.content.groups
    return { of: its, facts: new Map(its.map((one) => [one.groupId, one.facts])), content: frozen.content }
  }
  const of = await listReached(ctx, id)
  const groupIds = of.map(({ groupId }) => groupId)
  const facts = await listFacts(ctx, groupIds, grain)
  return { of, facts, content: null }
}

/** Who was asked and answered beside the membership and all known groups, by size, area, theme and sector. For staff. */
export async function getComparison(ctx: Ctx, id: string) {
  ensure(maySeeAll(ctx.actor), say("Only staff can see who has answered."))
  const consultation = await getConsultation(ctx, id)
  const grain = await grainOf(ctx, id)
  const [known, asked] = await Promise.all([readKnown(ctx), readAsked(ctx, id, grain)])
  const all = known.map((one) => one.id)
  const members = known.flatMap((one) => (one.stage === "member" ? [one.id] : []))
  const facts = await listFacts(ctx, all, grain)
  const ids = asked.of.map(({ groupId }) => groupId)
  const answered = asked.of.flatMap(({ groupId, standing }) => (standing === "answered" ? [groupId] : []))
  const compared = (Object.keys(DIMENSIONS) as Dimension[]).map(
    (dimension): Compared => ({
      dimension,
      label: DIMENSIONS[dimension],
      rows: segmentsOf([...facts.values(), ...asked.facts.values()], dimension).map((part) => ({
        part,
        known: within(facts, all, dimension, part),
        members: within(facts, members, dimension, part),
        asked: within(asked.facts, ids, dimension, part),
        answered: within(asked.facts, answered, dimension, part),
      })),
    }),
  )
  return {
    consultation,
    totals: { known: all.length, members: members.length, asked: ids.length, answered: answered.length },
    compared,
    weighed: consultation.named && asked.content ? weigh(compared, asked.content) : [],
  }
}
export type Comparison = Awaited<ReturnType<typeof getComparison>>

/** By these each group is in one part only, so that parts have weights. */
const WEIGHED = new Set<Dimension>(["size", "area", "sector"])

/** What weights would change, by each way to weigh; for consultations whose answers are named, once they have closed. */
function weigh(compared: Compared[], { questions }: Frozen) {
  return compared
    .filter(({ dimension }) => WEIGHED.has(dimension))
    .map(({ dimension, label, rows }) => {
      const weights = weightsOf(rows)
      return {
        dimension,
        label,
        parts: rows.map(({ part, members, answered }) => ({
          part,
          members,
          answered,
          weight: weights.get(part) ?? null,
        })),
        missing: rows
          .filter(({ members, answered }) => members > 0 && answered === 0)
          .map(({ part }) => part),
        effective: effectiveAnswers(rows, weights),
        questions: questions.flatMap((question) => {
          const parts = question.parts.find((by) => by.dimension === dimension)?.rows ?? []
          if (parts.length < 2 || isOnlyHeard(question.kind)) return []
          // Editions from before the areas were kept with them may tell groups apart by others.
          if (parts.some(({ key }) => !weights.has(key))) return []
          return [
            {
              number: question.number,
              title: question.title,
              options: question.options.map((option, at) => ({
                label: option.label,
                plain: option.count / question.answered,
                weighted: weightedShare(
                  parts.map(({ key, size, counts }) => ({
                    part: key,
                    answered: size,
                    count: counts[at] ?? 0,
                  })),
                  weights,
                ),
              })),
            },
          ]
        }),
      }
    })
}
