import type { List } from "./access/list-type"
import { accessRoom } from "./access/room"
import type { NavigationItem, Room, RowCells } from "./access/room-type"
import { annualCheckRoom } from "./annual-check/room"
import { bulkRoom } from "./bulk/room"
import { calendarRoom } from "./calendar/room"
import { casesRoom } from "./cases/room"
import { consultationsRoom } from "./consultations/room"
import { dailyLetterRoom } from "./daily-letter/room"
import { digestRoom } from "./digest/room"
import { directoryRoom } from "./directory/room"
import { documentsRoom } from "./documents/room"
import { draftsRoom } from "./drafts/room"
import { duplicatesRoom } from "./duplicates/room"
import { emailRoom } from "./email/room"
import { enquiriesRoom } from "./enquiries/room"
import { eventsRoom } from "./events/room"
import { examplesRoom } from "./examples/room"
import { fieldsRoom } from "./fields/room"
import { filesRoom } from "./files/room"
import { fundingRoom } from "./funding/room"
import { groupsRoom } from "./groups/room"
import { guidesRoom } from "./guides/room"
import { healthChecksRoom } from "./health-checks/room"
import { homeRoom } from "./home/room"
import { housekeepingRoom } from "./housekeeping/room"
import { importsRoom } from "./imports/room"
import { journalRoom } from "./journal/room"
import { liosRoom } from "./lios/room"
import { mailingsRoom } from "./mailings/room"
import { membershipsRoom } from "./memberships/room"
import { needsRoom } from "./needs/room"
import { networksRoom } from "./networks/room"
import { notesRoom } from "./notes/room"
import { opportunitiesRoom } from "./opportunities/room"
import { partnershipsRoom } from "./partnerships/room"
import { peopleRoom } from "./people/room"
import { reportsRoom } from "./reports/room"
import { representationsRoom } from "./representations/room"
import { resourcesRoom } from "./resources/room"
import { servicesRoom } from "./services/room"
import { sessionsRoom } from "./sessions/room"
import { signInRoom } from "./sign-in/room"
import { supportSourcesRoom } from "./support-sources/room"
import { tasksRoom } from "./tasks/room"
import { undoRoom } from "./undo/room"
import { viewsRoom } from "./views/room"
import { wordListsRoom } from "./word-lists/room"

/** Every room that says something of itself, in the order in which people meet them: navigation, search and timelines follow it. */
export const ROOMS = [
  homeRoom,
  groupsRoom,
  guidesRoom,
  resourcesRoom,
  peopleRoom,
  sessionsRoom,
  casesRoom,
  healthChecksRoom,
  fundingRoom,
  tasksRoom,
  enquiriesRoom,
  calendarRoom,
  needsRoom,
  eventsRoom,
  networksRoom,
  opportunitiesRoom,
  consultationsRoom,
  representationsRoom,
  partnershipsRoom,
  membershipsRoom,
  mailingsRoom,
  notesRoom,
  filesRoom,
  annualCheckRoom,
  digestRoom,
  dailyLetterRoom,
  emailRoom,
  importsRoom,
  bulkRoom,
  viewsRoom,
  duplicatesRoom,
  fieldsRoom,
  wordListsRoom,
  directoryRoom,
  servicesRoom,
  supportSourcesRoom,
  reportsRoom,
  liosRoom,
  examplesRoom,
  signInRoom,
  documentsRoom,
  draftsRoom,
  accessRoom,
  journalRoom,
  housekeepingRoom,
  undoRoom,
] as const

type Described = (typeof ROOMS)[number]
type KeysIn<Part extends string> = Described extends infer R
  ? R extends Record<Part, infer Named>
    ? keyof Named & string
    : never
  : never

/** Every event there is, by its name. */
export type EventName = KeysIn<"events">
/** The parts of a group's timeline. */
export type TimelinePart = KeysIn<"timeline">
/** Every kind of thing that can be found. */
export type FindableKind = KeysIn<"finds">
/** Every kind of email that people may stop. */
export type StreamName = KeysIn<"streams">
/** Every kind of act that a banner's button undoes. */
export type UndoKind = Extract<Described, { undoes: readonly string[] }>["undoes"][number]
/** The paths of the main navigation. */
export type NavigationPath = Extract<
  Described,
  { navigation: readonly unknown[] }
>["navigation"][number]["path"]

/** Every line of the navigation, with the room that says it. */
export const NAVIGATION = ROOMS.flatMap((room): (NavigationItem & { room: string })[] =>
  "navigation" in room ? room.navigation.map((item) => ({ ...item, room: room.name })) : [],
)

/** Every list that people narrow and keep under a name. */
export const LISTS: readonly List[] = ROOMS.flatMap((room) => ("lists" in room ? room.lists : []))

/** The cells that are changed in lists, by the kind of their row. */
export const CELLS: ReadonlyMap<string, RowCells> = new Map(
  (ROOMS as readonly Room[]).flatMap(({ name, cells = {} }) =>
    Object.entries(cells).map(([of, row]) => [of, { ...row, room: name }] as const),
  ),
)
