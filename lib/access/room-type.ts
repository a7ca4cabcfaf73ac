import type { SQL } from "drizzle-orm"
import type { FUNCTIONS } from "@/db/vocabulary"
import type { Ctx } from "./ctx"
import type { List } from "./list-type"

/** Whom something is for: everybody on the staff, or also the people of the group that it is about. */
type SeenBy = "staff" | "group"

/** One kind of event: who may see it, and the part of a group's timeline it stands in (null: in none). */
export type EventKind<Part extends string = string> = { seenBy: SeenBy; timeline: Part | null }

/** Events of one kind by their names, in the past tense: `"need.opened"`. */
export function events<const Name extends string, const Part extends string>(
  kind: EventKind<Part>,
  ...names: Name[]
): Record<Name, EventKind<Part>> {
  return Object.fromEntries(names.map((name) => [name, kind])) as Record<Name, EventKind<Part>>
}

/** Something that can be found by words, by the kind that its schema file gives it. */
export type Findable = {
  /** What several of them are called: "Groups". */
  label: string
  /** The path of its pages below the LIO's: "groups". */
  path: string
  /** The people of groups may look for it, too. */
  forMembers?: true
  /** A few words that tell which it is, as SQL on a row called `hit`. */
  hint?: (ctx: Ctx) => SQL
  /** Its page below the LIO's, as SQL on a row called `hit`, where that isn't `path` and its id. */
  at?: SQL
}

/** Where something stands in the staff's navigation: among the day's work, under one of the five functions, or last. */
export type NavigationPart = "day" | keyof typeof FUNCTIONS | "office"

/**
 * A line of the navigation. For the people of groups: its place, and its name when somebody speaks for several groups.
 * For staff: `counts` when what waits there is counted (`waiting.ts`).
 */
export type NavigationItem = { path: string; label: string } & (
  | { for: "members"; place: number; ofSeveral?: string }
  /** Whoever sits on a board: beside their group's pages, or alone. */
  | { for: "representatives"; place: number }
  | { for: "staff"; under: NavigationPart; counts?: true }
)

/** How many things wait for whoever asks, for each path of the navigation that counts them. */
export type RoomWaiting = Record<string, (ctx: Ctx) => Promise<number>>

/** A kind of email that people may stop, and why somebody gets it. `forStaff`: only those who work here get it at all. */
export type Stream = { label: string; why: string; forStaff?: true }

/** Cells of a list that are changed in the list: which columns have them, and the kind of act that a change is. */
export type RowCells = {
  room: string
  list: List
  isCell: (column: string) => boolean
  undo: string
  /** Columns that can be set for several rows at once, with what the bar over the list calls them, and what the rows are called. */
  many?: { count: (rows: number) => string; columns: Record<string, string> }
}

/** What a cell says and may say: one of some, several of some, a day, or what is typed. `name`: what its row is. */
export type Cell = {
  name: string
  label: string
  kind: "one" | "several" | "day" | "typed"
  hint?: string
  options: { value: string; label: string }[]
  value: string[]
  /** It chooses from a list of the LIO's, to which the asker may add what it lacks by typing it. */
  adds?: "area"
}

type CellAt = { id: string; column: string }

/** How a room opens and writes the cells of a kind of row. `write` gives the id of the act, for undoing it. */
export type RoomCells = Record<
  string,
  {
    /** Keeps others from changing the row until this is done. */
    lock: (ctx: Ctx, id: string) => Promise<unknown>
    open: (ctx: Ctx, at: CellAt) => Promise<Cell>
    write: (ctx: Ctx, to: CellAt & { value: string[] }) => Promise<string | null>
  }
>

/**
 * What a room says of itself; `lib/rooms.ts` lists all of them, and whatever cuts across rooms reads that list. It holds
 * words and short queries only, so that pages and the worker can both read it. What runs is in files beside it that are
 * opened by name: `jobs.ts` and `retention.ts` by the worker, `undo.ts` by the button in a banner,
 * `cells.ts` by a list.
 */
export type Room = {
  /** Its folder in lib/. */
  name: string
  events?: Record<string, EventKind>
  /** The parts of a group's timeline that it brings, with their labels and pictures. */
  timeline?: Record<string, { label: string; icon: string }>
  finds?: Record<string, Findable>
  /** Lists that people narrow, keep as views and take along as files. */
  lists?: readonly List[]
  /** Rows of its lists whose cells are changed where they stand, by the kind of row (`cells.ts`). */
  cells?: Record<string, Omit<RowCells, "room">>
  /** Kinds of act that the button in a banner undoes (`undo.ts`). */
  undoes?: readonly string[]
  /** Kinds of thing that files may be put on (`files.ts`). */
  opensFiles?: readonly string[]
  streams?: Record<string, Stream>
  navigation?: readonly NavigationItem[]
  /** It has work in the background (`jobs.ts`). */
  hasJobs?: true
  /** It keeps something for a time only (`retention.ts`). */
  hasRetention?: true
}

/** Checks a room's own description and keeps its names for the compiler. */
export const room = <const R extends Room>(described: R): R => described

/** Where undoing leads, below the LIO's address, and what the banner there says. */
export type Undone = {
  path: string
  text: string
  kind?: "done" | "note"
  links?: { label: string; path: string }[]
}

/** How a room undoes each kind of act that it says it undoes: `id` is the act's. Refusals are thrown. */
export type RoomUndo = Record<string, (ctx: Ctx, id: string) => Promise<Undone>>

/** A thing that files may be put on, for whoever asks. */
export type OpenedForFiles = {
  title: string
  /** Its page, below the LIO's address, where its files stand. */
  path: string
  groupId: string | null
  /** Whether the asker may add, change and remove its files. */
  mayChange: boolean
  /** Who may read a file on it: audience → how it is said; the first is meant where nothing is said. */
  audiences: Record<string, string>
}

/** How a room opens each kind of thing for files. Throws NotFound when the asker may not see the thing. */
export type RoomFiles = Record<string, (ctx: Ctx, id: string) => Promise<OpenedForFiles>>
