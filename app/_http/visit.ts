import "server-only"
import { and, eq } from "drizzle-orm"
import { cookies, headers } from "next/headers"
import { forbidden, notFound, redirect } from "next/navigation"
import { FOLDED_COOKIE } from "@/app/_ui/folded-cookie"
import { submissions } from "@/db/schema"
import type { SubmissionResult } from "@/db/schema/journal"
import { type Actor, type Ctx, personOf } from "@/lib/access/ctx"
import { asPublic, type Hat } from "@/lib/access/doors"
import { NotAllowed, NotFound, RuleBroken, SignedOut, WentUp } from "@/lib/errors"
import { type Face, getFace } from "@/lib/lios/look/queries"
import { countWaiting } from "@/lib/navigation/queries"
import { areIds, isId, pathAsked, signInFor, thingOf } from "./address"
import { type Entering, enter, hatIn, roleCookie, signedIn } from "./session"

/** What a page is given: the LIO's name in the address, and the query. */
export type PageProps = {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
export type Query = Record<string, string | string[] | undefined>

/** What the frame round every page of an LIO shows. */
export type FrameData = {
  lio: Face
  actor: {
    kind: Actor["kind"]
    /** Whose browser it is just now; nobody's for guests and by links. */
    personId?: string
    name: string
    level?: string
    groups: { id: string; name: string; lead: boolean }[]
    /** On how many boards they sit. */
    boards: number
    /** What they have chosen to act as, where they are several things here. */
    hat: Hat | undefined
  }
  /** In how many LIOs the person is known. */
  lioCount: number
  /** For staff: how many things wait, by the paths of the navigation, and whether they have folded that away. */
  navigation?: { waiting: Record<string, number>; folded: boolean }
  banner?: SubmissionResult["banner"]
}

/** The frame of a page that the link of an email opens: nobody is signed in by it. */
export const frameOfLink = (lio: FrameData["lio"]): FrameData => ({
  lio,
  actor: { kind: "guest", name: "", groups: [], boards: 0, hat: undefined },
  lioCount: 0,
})

async function bannerOf(ctx: Ctx, key: unknown): Promise<FrameData["banner"]> {
  const person = personOf(ctx.actor)
  if (!person || typeof key !== "string" || !isId(key)) return undefined
  const [row] = await ctx.tx
    .select({ result: submissions.result })
    .from(submissions)
    .where(and(eq(submissions.key, key), eq(submissions.personId, person.personId)))
  return row?.result.banner
}

async function frameOf(ctx: Ctx, query: Query): Promise<FrameData> {
  const person = personOf(ctx.actor)
  const [lio, banner, who, jar, waiting] = await Promise.all([
    getFace(ctx),
    bannerOf(ctx, query.done),
    signedIn(),
    cookies(),
    countWaiting(ctx),
  ])
  return {
    lio,
    actor: {
      kind: ctx.actor.kind,
      personId: person?.personId,
      name: person?.name ?? "",
      level: ctx.actor.kind === "staff" ? ctx.actor.level : undefined,
      groups: person?.groups ?? [],
      boards: "seats" in ctx.actor ? new Set(ctx.actor.seats.map(({ boardId }) => boardId)).size : 0,
      hat: hatIn(jar.get(roleCookie(ctx.lio.slug))?.value),
    },
    lioCount: who?.lioCount ?? 0,
    navigation:
      ctx.actor.kind === "staff"
        ? { waiting, folded: jar.get(FOLDED_COOKIE)?.value === "folded" }
        : undefined,
    banner,
  }
}

/**
 * Turns a refusal into what the browser sees: sign in, not found, or not allowed. A page for something that can no
 * longer be done leads to the page of its thing, which says how far that has come.
 */
export async function refuse(refusal: unknown): Promise<never> {
  const path = pathAsked(await headers())
  if (refusal instanceof SignedOut) redirect(signInFor(path))
  if (refusal instanceof RuleBroken) redirect(thingOf(path) ?? notFound())
  if (refusal instanceof WentUp) redirect(path.replace(refusal.id, refusal.into))
  if (refusal instanceof NotFound) notFound()
  if (refusal instanceof NotAllowed) forbidden()
  throw refusal
}

type Read<T> = (ctx: Ctx, query: Query, params: Record<string, string>) => Promise<T>

/**
 * How a page under [lio] reads: through one door, everything gathered inside it as of one moment. Ids in the address must be
 * ids. The few pages that note that somebody was there say `reads: false`: they may write.
 */
export async function visit<T>(
  props: PageProps,
  work: Read<T>,
  entering: Entering = {},
): Promise<[FrameData, T]> {
  const [params, query] = await Promise.all([props.params, props.searchParams])
  if (!areIds(params)) notFound()
  // Asked for together: PostgreSQL gets both in one go.
  const read = (ctx: Ctx): Promise<[FrameData, T]> =>
    Promise.all([frameOf(ctx, query), work(ctx, query, params)])
  try {
    return await enter(params.lio ?? "", read, { reads: true, ...entering })
  } catch (refusal) {
    return refuse(refusal)
  }
}

/** The same for the few pages that an emailed link to a consultation opens as well. */
export const visitByLink = <T>(props: PageProps, work: Read<T>, entering: Entering = {}) =>
  visit(props, work, { links: true, ...entering })

/** How a page that anybody may read reads: only what is published comes through this door. */
export async function visitPublic<T>(
  props: PageProps,
  work: (ctx: Ctx, params: Record<string, string>, query: Query) => Promise<T>,
): Promise<T> {
  const [params, query] = await Promise.all([props.params, props.searchParams])
  if (!areIds(params)) notFound()
  try {
    return await asPublic(params.lio ?? "", (ctx) => work(ctx, params, query))
  } catch (refusal) {
    return refuse(refusal)
  }
}

/**
 * How a page reads that anybody may see, and of which whoever is known here sees their own: they come in by name and get
 * the frame of their pages, everybody else gets the public one.
 */
export async function visitAny<T>(
  props: PageProps,
  work: Read<T>,
): Promise<{ frame: FrameData | null; face: Face; read: T }> {
  const [params, query, who] = await Promise.all([props.params, props.searchParams, signedIn()])
  if (!areIds(params)) notFound()
  let known = false
  try {
    const [frame, read] = who
      ? await enter(
          params.lio ?? "",
          (ctx): Promise<[FrameData, T]> => {
            known = true
            return Promise.all([frameOf(ctx, query), work(ctx, query, params)])
          },
          { reads: true },
        )
      : [null, null]
    if (frame) return { frame, face: frame.lio, read: read as T }
  } catch (refusal) {
    if (known || !(refusal instanceof NotFound || refusal instanceof SignedOut)) return refuse(refusal)
  }
  const asAnybody = (ctx: Ctx) => Promise.all([getFace(ctx), work(ctx, query, params)])
  const [face, read] = await asPublic(params.lio ?? "", asAnybody).catch(refuse)
  return { frame: null, face, read }
}
