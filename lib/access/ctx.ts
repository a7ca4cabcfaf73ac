import type { Tx } from "@/db/client"
import type { LEVELS, SEAT_HOLDERS } from "@/db/vocabulary"
import type { OneThing } from "./links"

declare const opened: unique symbol

/** The LIO a door has opened. */
export type Lio = {
  id: string
  slug: string
  name: string
  kind: string
  timezone: string
  digestWeekday: number
}

/** A group that a person may speak for; `lead` may sign off. */
export type Spoken = { id: string; name: string; lead: boolean }

/** A seat on a board that a person holds today, or stands in for. */
export type Held = { boardId: string; board: string; seatId: string; holds: keyof typeof SEAT_HOLDERS }

/** Whom the link of a letter names. */
type Holder = { personId: string; name: string; email: string }

type Human = Holder & { groups: Spoken[] }
/** Whoever signed in, who may also sit on boards. */
type SignedIn = Human & { seats: Held[] }

/** Who is asking. */
export type Actor =
  | ({ kind: "staff"; level: keyof typeof LEVELS } & SignedIn)
  | ({ kind: "member" } & SignedIn)
  /** Sits on a board and acts for nobody else here: `groups` is empty. */
  | ({ kind: "representative" } & SignedIn)
  | ({ kind: "guest"; scope: { kind: "consultation"; id: string } } & Human)
  /** Came by a link to a group's own address: nobody whom we know. */
  | { kind: "guest"; scope: { kind: "consultation"; id: string }; groups: Spoken[] }
  /**
   * Came by the link of a letter, which opens one thing for one purpose. `groupId`: the group that it is about and shows;
   * `holder`: whom it names, if we know them.
   */
  | { kind: "link"; purpose: OneThing; about: string | null; groupId: string | null; holder: Holder | null }
  | { kind: "system"; name: string }
  | { kind: "public" }

/** By which way a change came: from a page of staff, from one of a group’s own people, and so on. */
export type Via = "page" | "member" | "import" | "command" | "job" | "email"

/** Proof of having come through a door: every query and command takes it first. Only lib/access/doors.ts makes one. */
export type Ctx = {
  readonly [opened]: true
  readonly lio: Lio
  readonly actor: Actor
  readonly tx: Tx
  readonly now: Date
  /** The day it is by the LIO’s own clock: "2026-06-04". */
  readonly today: string
  readonly via: Via
}

/** Proof of having come through the door that leads into no LIO: whatever is asked there reads what is nobody's or published. */
export type Outside = Pick<Ctx, typeof opened | "tx" | "now">

/** A query that several parts of one page ask: behind one Ctx it is read once. Not for what is written meanwhile. */
export function readOnce<T>(query: (ctx: Ctx) => Promise<T>): (ctx: Ctx) => Promise<T> {
  const answers = new WeakMap<Ctx, Promise<T>>()
  return (ctx) => {
    const answer = answers.get(ctx) ?? query(ctx)
    answers.set(ctx, answer)
    return answer
  }
}

/** The name of whoever asks, as it stands in the log and on pages; null for a visitor and a group's own address. */
export function nameOf(actor: Actor): string | null {
  if (actor.kind === "link") return actor.holder?.name ?? null
  return "name" in actor ? actor.name : null
}

/** Who stands in the log as having acted: a person where we know one, whichever door they came through. */
export const personIdOf = (actor: Actor) =>
  (actor.kind === "link" ? actor.holder : personOf(actor))?.personId ?? null

/** The person asking, or null for the system and the public. */
export function personOf(actor: Actor) {
  return "personId" in actor ? actor : null
}
