import "server-only"
import { keys, TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { getExamples, previewRemoval } from "../../examples/queries"
import { listServed } from "../../lios/areas/queries"
import { mayRunLio } from "../../lios/policy"
import { STARTER_KINDS } from "../../memberships/starters/words"
import { listTypes } from "../../memberships/types/queries"
import { listKeptTerms } from "../../word-lists/queries"
import { STARTERS } from "../../word-lists/starters/words"
import { say } from "../../words"
import { getChecklist } from "../staff/queries"

/** A list, what is on it, and what could be added of what most LIOs have. */
type Offer = { here: string[]; offered: string[] }

function offerOf(rows: { name: string; retiredAt: Date | null }[], starters: readonly string[]): Offer {
  const known = new Set(rows.map(({ name }) => name.toLowerCase()))
  return {
    here: rows.filter(({ retiredAt }) => !retiredAt).map(({ name }) => name),
    offered: starters.filter((name) => !known.has(name.toLowerCase())),
  }
}

/** The starter words of each list and the starter kinds of membership that this LIO hasn't got, and what it has. */
export async function getStarters(ctx: Ctx) {
  ensure(mayRunLio(ctx.actor), say("Only a manager can set up the lists."))
  const [terms, types] = await Promise.all([listKeptTerms(ctx), listTypes(ctx)])
  const lists = keys(TERM_LISTS).map((list) => ({
    list,
    ...offerOf(
      terms.filter((term) => term.list === list),
      STARTERS[list].map(([name]) => name),
    ),
  }))
  return {
    lists,
    kinds: offerOf(
      types,
      STARTER_KINDS.map(({ name }) => name),
    ),
  }
}

/** All that a new LIO is offered to begin with: areas, lists, example data, and the checklist if it was dismissed. */
export async function getStart(ctx: Ctx) {
  const [starters, areas, examples, { dismissed }] = await Promise.all([
    getStarters(ctx),
    listServed(ctx),
    getExamples(ctx),
    getChecklist(ctx),
  ])
  return {
    ...starters,
    areas,
    examples,
    removal: examples.mayRemove ? await previewRemoval(ctx) : null,
    dismissed,
  }
}
export type Start = Awaited<ReturnType<typeof getStart>>
