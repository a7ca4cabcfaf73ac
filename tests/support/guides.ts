import type { SQL } from "drizzle-orm"
import { asPublic } from "@/lib/access/doors"
import { guideFields } from "@/lib/guides/input"
import { listGuides } from "@/lib/guides/reading/queries"
import {
  changeGuide,
  checkGuide,
  publishGuide,
  sendForCheck,
  startGuide,
} from "@/lib/guides/writing/commands"
import { getStaffGuide } from "@/lib/guides/writing/overview/queries"
import type { World } from "./world"

/** What a guide may say. */
export const said = (title: string, body = "## What it costs\n\nNothing.") =>
  guideFields.parse({
    title,
    summary: "You can do it.",
    nations: ["england"],
    body,
    related: "",
  })

/** Ways to write, check and publish guides in a world, by whoever does that there. */
export function guidesOf(w: World) {
  const rows = <T extends Record<string, unknown>>(query: SQL) => w.system((ctx) => ctx.tx.execute<T>(query))
  const seen = async (slug: string) => (await w.asManager((ctx) => getStaffGuide(ctx, slug))).seen
  const check = async (slug: string) => {
    const at = { slug, seen: await seen(slug) }
    await w.asWorker((ctx) => sendForCheck(ctx, at))
    await w.asManager((ctx) => checkGuide(ctx, at))
    return at
  }
  const publish = async (slug: string, change = "First version") =>
    w.asManager(async (ctx) => publishGuide(ctx, { slug, seen: await seen(slug), change, reviewOn: null }))
  const published = async (title: string, body?: string) => {
    const { slug } = await w.asWorker((ctx) => startGuide(ctx, said(title, body)))
    await check(slug)
    await publish(slug)
    return slug
  }
  const shownTo = async (lio = "ribble") => (await asPublic(lio, listGuides)).map(({ slug }) => slug)
  const rewrite = async (slug: string, body: string) =>
    w.asWorker(async (ctx) => changeGuide(ctx, { slug, seen: await seen(slug), ...said(slug, body) }))
  return { rows, seen, check, publish, published, shownTo, rewrite }
}
