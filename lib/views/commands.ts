import "server-only"
import { eq } from "drizzle-orm"
import { savedViews } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { say } from "../words"
import type { ChangeView, SaveView, ViewId } from "./input"
import { mayKeepViews, mayLockViews } from "./policy"
import { listViews } from "./queries"

/** Keeps a list under a name: for oneself, or for the team. */
export async function saveView(
  ctx: Ctx,
  input: SaveView,
): Promise<{ id: string; list: string; name: string; query: string }> {
  ensure(mayKeepViews(ctx.actor), say("Only staff who keep the lists can save a view."))
  const twice = (await listViews(ctx)).some(
    (view) => view.mine && view.list === input.list && view.name === input.name,
  )
  if (twice)
    throw new RuleBroken(
      say("You have a view of this name. Choose another name, or change that view."),
      "name",
    )
  const [made] = await ctx.tx
    .insert(savedViews)
    .values({
      lioId: ctx.lio.id,
      list: input.list,
      name: input.name,
      query: input.query,
      personId: personOf(ctx.actor)?.personId ?? null,
      sharedAt: input.shared ? ctx.now : null,
      createdAt: ctx.now,
    })
    .returning({
      id: savedViews.id,
      list: savedViews.list,
      name: savedViews.name,
      query: savedViews.query,
    })
  const view = found(made)
  await record(ctx, {
    what: "view.saved",
    subject: ["view", view.id],
    summary: say("Saved the view “{view}”", { view: view.name }),
    to: input,
  })
  return view
}

/** The view, if it is the asker's own and not locked, or a shared one and the asker a manager. */
async function ownView(ctx: Ctx, id: string) {
  ensure(mayKeepViews(ctx.actor), say("Only staff who keep the lists can change a view."))
  const view = found((await listViews(ctx)).find((candidate) => candidate.id === id))
  ensure(
    !view.locked || mayLockViews(ctx.actor),
    say("A manager has locked this view. Save yours under another name, or ask a manager to change it."),
  )
  ensure(
    view.mine || mayLockViews(ctx.actor),
    say("Only a manager can change a view that somebody else shared. Save it as your own."),
  )
  return view
}

/** Gives a kept view other filters. */
export async function changeView(ctx: Ctx, input: ChangeView) {
  const view = await ownView(ctx, input.id)
  if (view.list !== input.list) throw new RuleBroken(say("This view is of another list. Save a new one."))
  await ctx.tx.update(savedViews).set({ query: input.query }).where(eq(savedViews.id, input.id))
  await record(ctx, {
    what: "view.changed",
    subject: ["view", view.id],
    summary: say("Changed the view “{view}”", { view: view.name }),
    from: { query: view.query },
    to: { query: input.query },
  })
  return { ...view, query: input.query }
}

/** Shares a view with the team, or keeps it to oneself again. */
export async function shareView(ctx: Ctx, input: ViewId) {
  const view = await ownView(ctx, input.id)
  await ctx.tx
    .update(savedViews)
    .set({ sharedAt: view.shared ? null : ctx.now, lockedAt: null })
    .where(eq(savedViews.id, input.id))
  const summary = view.shared
    ? say("Stopped sharing the view “{view}”", { view: view.name })
    : say("Shared the view “{view}”", { view: view.name })
  await record(ctx, {
    what: "view.shared",
    subject: ["view", view.id],
    summary,
    to: { shared: !view.shared },
  })
  return { ...view, shared: !view.shared }
}

/** Locks a shared view, so that only managers change it, or opens it again. */
export async function lockView(ctx: Ctx, input: ViewId) {
  ensure(mayLockViews(ctx.actor), say("Only a manager can lock a view."))
  const view = await ownView(ctx, input.id)
  if (!view.shared)
    throw new RuleBroken(say("Share this view with the team first. Only shared views are locked."))
  await ctx.tx
    .update(savedViews)
    .set({ lockedAt: view.locked ? null : ctx.now })
    .where(eq(savedViews.id, input.id))
  await record(ctx, {
    what: "view.locked",
    subject: ["view", view.id],
    summary: view.locked
      ? say("Unlocked the view “{view}”", { view: view.name })
      : say("Locked the view “{view}”", { view: view.name }),
    to: { locked: !view.locked },
  })
  return { ...view, locked: !view.locked }
}

/** Removes a kept view; nothing on the list changes by it. */
export async function removeView(ctx: Ctx, input: ViewId) {
  const view = await ownView(ctx, input.id)
  await ctx.tx.delete(savedViews).where(eq(savedViews.id, input.id))
  await record(ctx, {
    what: "view.removed",
    subject: ["view", view.id],
    summary: say("Removed the view “{view}”", { view: view.name }),
    from: { query: view.query },
  })
  return view
}
