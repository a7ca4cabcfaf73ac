import { isOneOf } from "@/db/conditions"
import { tasks } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { aldervaleGroups, makeAldervale } from "./base"
import { makeExampleTalk } from "./example-talk"
import { makeNeeds } from "./thread"
import { makeMonths } from "./work"

const GROUPS = new Set([
  "Alderbridge Community Pantry",
  "Hob’s Mill Food Bank",
  "Aldervale Good Neighbours",
  "Memory Café Alderbridge",
  "Skelby Gardeners",
  "Friends of Mill Park",
  "Aldervale Youth Voice",
  "1st Skelby Scouts",
  "Walking Football Aldervale",
  "Alderbridge Citizens’ Help Desk",
  "Carers Together Aldervale",
  "Mill Street Players",
  "Al-Noor Community Centre",
  "Polska Szkoła Alderbridge",
  "Community Wheels",
  "Thornclough Dads’ Shed",
  "Skelby Knit and Natter",
  "Aldervale Borough Council",
])

/**
 * The demo cut down for an LIO that wants to look round: some of its groups and people, two months of work, needs,
 * a network and an open consultation.
 * Nobody in it may sign in, and no group stands in a directory. Gives the ids of what was made, by table.
 */
export async function makeExamples(ctx: Ctx): Promise<Record<string, string[]>> {
  const stories = aldervaleGroups().filter(({ name }) => GROUPS.has(name))
  const place = await makeAldervale(ctx, { stories, asked: false })
  const sessions = await makeMonths(ctx, place)
  const needs = await makeNeeds(ctx, place)
  const steps = await ctx.tx.select({ id: tasks.id }).from(tasks).where(isOneOf(tasks.sessionId, sessions))
  return {
    ...place.made,
    ...(await makeExampleTalk(ctx, place)),
    groups: [...place.groups.values()].map(({ id }) => id),
    sessions,
    needs: needs.map(({ id }) => id),
    tasks: steps.map(({ id }) => id),
  }
}
