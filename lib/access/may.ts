import { type SQL, sql } from "drizzle-orm"
import type { Actor, Ctx, Held } from "./ctx"
import type { OneThing } from "./links"

/** Any level of the LIO's staff, trustees who look on included. */
export const isStaff = (actor: Actor) => actor.kind === "staff"
/** A manager or worker: may change what staff keep. The system may, too: it acts for them. */
export const mayEdit = (actor: Actor) =>
  (actor.kind === "staff" && actor.level !== "viewer") || actor.kind === "system"
/** A manager, or the system. */
export const isManager = (actor: Actor) =>
  (actor.kind === "staff" && actor.level === "manager") || actor.kind === "system"
/** Speaks for this group (as member, guest with a link, or staff who also belong to it). */
export const speaksFor = (actor: Actor, groupId: string) =>
  "groups" in actor && actor.groups.some((group) => group.id === groupId)
/** May sign off for this group. */
export const leads = (actor: Actor, groupId: string) =>
  "groups" in actor && actor.groups.some((group) => group.id === groupId && group.lead)
/** Came by the link of a letter for just this: the purpose, and the thing it is about. */
export const holdsLink = (actor: Actor, purpose: OneThing, about: string) =>
  actor.kind === "link" && actor.purpose === purpose && actor.about === about
/** Sits on this board today, whichever hat they wear; `as`: only whoever holds a seat so. */
export const sitsOn = (actor: Actor, boardId: string, as?: Held["holds"]) =>
  "seats" in actor &&
  actor.seats.some((seat) => seat.boardId === boardId && (as === undefined || seat.holds === as))
/** The ids of the groups the asker speaks for. */
export const groupIdsOf = (ctx: Ctx) =>
  "groups" in ctx.actor ? ctx.actor.groups.map((group) => group.id) : []

/** Whether a role is held on this day of the LIO, in a query that calls the roles `r`. The door knows the day in SQL only. */
export const isHeld = ({ today }: { today: string | SQL }, r: SQL = sql`r`) =>
  sql`(${r}.ended_on is null or ${r}.ended_on > ${today}::date)`

/** Whether somebody is in office or was chosen to be, in a query that calls the terms of seats `t`. */
export const isChosen = ({ today }: { today: string | SQL }, t: SQL = sql`t`) =>
  sql`(${isHeld({ today }, t)} and (${t}.ended_on is null or ${t}.ended_on > ${t}.starts_on))`

/** Whether somebody is in office on this day of the LIO, in a query that calls the terms of seats `t`. */
export const inOffice = ({ today }: { today: string | SQL }, t: SQL = sql`t`) =>
  sql`(${t}.starts_on <= ${today}::date and ${isHeld({ today }, t)})`
