/**
 * Written by rooms that do not own it. Room → tables. `bulk` changes any column and changes it back, in one statement with
 * its guard. `duplicates` sets whichever columns differ. `lios` writes the first rows of an LIO before it has a door, and
 * new staff, for it stands beside the room of people. `word-lists` stands below the rooms whose rows change their word.
 * `needs` makes one need of two, with all that hangs on them.
 */
const STILL_TO_GO: Record<string, string> = {
  bulk: "groups",
  duplicates: "groups",
  lios: "people",
  needs: "boardDecisionNeeds boardPromiseNeeds outcomeNeeds paperPins",
  "word-lists": "groupTerms needThemes",
}

/** Rooms that write a table whose name is worked out as they run; what they write is theirs to prove in their tests. */
const AS_THEY_RUN = {
  access: "what has been kept long enough goes, table by table as each room's retention.ts says",
  bin: "a backup is read back into every table",
  groups: "an import adds areas and words alike",
  bulk: "areas and lists of words are added and taken away alike",
  duplicates: "whatever hangs on a group or a person moves over with it",
}

/** What each room writes though it is another's, as the rule on writing says it. */
export const FOREIGN_WRITES = [
  ...Object.entries(STILL_TO_GO).flatMap(([room, tables]) =>
    tables.split(" ").map((table) => `${room} writes ${table}`),
  ),
  ...Object.keys(AS_THEY_RUN).map((room) => `${room} writes ?`),
]

/** Files whose names are not among the agreed ones: folder of lib → their names. */
const BY_FOLDER: Record<string, string> = {
  access: "audiences away ctx doors links list-type may room-type",
  calendar: "times",
  "calendar/feeds": "ical",
  "calendar/repeating": "rules",
  classification: "import starter suggest trust",
  ballots: "blt count election lots stv",
  statements: "agreement analysis camps chance components largest random routing votes",
  consultations: "counted period sealed small-numbers",
  "consultations/codebook": "agreement",
  "consultations/editions": "columns document making paper",
  "consultations/results": "columns numbers",
  "consultations/statements": "numbers",
  "consultations/weighing": "weights",
  "partnerships/elections/results": "paper",
  "partnerships/elections/voting": "box",
  digest: "contents items joint outbox periods preparing writing",
  "directory/open-referral": "ids shape",
  "resources/checking": "links",
  "resources/reading": "reader",
  documents: "charts markdown model ordered printable text",
  "documents/pdf": "paper printer template write",
  "documents/web": "write",
  "documents/word": "blocks parts pictures write",
  "duplicates/finding": "pairs",
  "duplicates/merging": "facts later rows",
  "email/outcomes": "reports",
  "email/providers": "choose message outbox provider resend smtp",
  email: "sending streams writing",
  "email/sending": "joint reasons",
  "files/reading": "content names types",
  "opportunities/standard": "check facts mending merge",
  order: "rows",
  groups: "changes consent names",
  "groups/importing": "fields",
  "groups/identifiers": "numbers",
  "groups/list": "columns",
  "groups/similarity": "names register suspects weigh",
  "imports/columns":
    "amounts answers context drafts easy-names fields headers kinds lists more-fields officers parts period persons provenance reading template twice-encoded",
  "imports/matching": "judge memberships notes people together",
  "guides/library": "publish read",
  "guides/reading": "giver paper search",
  "documents/making": "write",
  imports: "parts result",
  "imports/wizard": "problems",
  "imports/writing": "history",
  jobs: "job tasks",
  "lios/look": "colours",
  "membership-status": "period",
  "memberships/importing": "told",
  "networks/topics": "mentions",
  people: "names",
  places: "import",
  representations: "paper",
  "representations/scorecard": "figures",
  spreadsheet: "dates read tables text write zip",
}

/** The same as paths. */
export const OFF_LIST = Object.entries(BY_FOLDER).flatMap(([folder, names]) =>
  names.split(" ").map((name) => `lib/${folder}/${name}.ts`),
)

/** Where there are words to recognise things by, or to begin lists with, and not to be read on a page; or in another language already. */
export const DATA_IN_CODE = [
  "db/vocabulary/languages.ts",
  "lib/classification/",
  "lib/groups/similarity/names.ts",
  "lib/opportunities/standard/mending.ts",
  "lib/people/names.ts",
  "lib/imports/columns/fields.ts",
  "lib/imports/columns/more-fields.ts",
  "lib/imports/columns/officers.ts",
]

/** Strings that look like texts and are none: file → what stands in it. */
const LIKE_TEXTS: Record<string, string[]> = {
  // Stands in the log, and is looked for there.
  "db/vocabulary.ts": ["Somebody whose name was erased"],
  // Values of a letter, put where the words come later.
  "lib/digest/writing.ts": ["⟦title⟧", "⟦section⟧", "⟦leadTitle⟧"],
  // How a note is written.
  "app/[lio]/guides/manage/_parts/how-to-write.tsx": ["You must register.[^1] [^1]: GOV.UK, November 2026"],
  // A field of the form.
  "lib/groups/details/words.ts": ["alsoKnownAs"],
  "app/[lio]/groups/[id]/_parts/part-fields.tsx": ["alsoKnownAs"],
  // Words of schema.org.
  "app/(front)/guides/_parts/found-guide.ts": ["Answer", "Article", "Organization", "Question"],
  "app/[lio]/_parts/found-lio.ts": ["Organization"],
  // Fonts that every computer has.
  "lib/documents/word/write.ts": ["Arial"],
  "lib/documents/word/parts.ts": ["Courier New"],
  // The name of a scheme, in open data.
  "lib/directory/open-referral/shape.ts": ["GSS code"],
  // Headers of tables that others publish.
  "lib/funding/grants/reading/input.ts": [
    ...["Identifier", "Amount Awarded", "Award Date", "Recipient Org:Name", "Funding Org:Name"],
  ],
  "lib/places/import.ts": ["ward code", "district code", "ward name", "district name", "local authority"],
}

/** The same as the rule says it. */
export const NOT_TEXTS = Object.entries(LIKE_TEXTS).flatMap(([file, texts]) =>
  texts.map((text) => `${file}: ${text}`),
)
