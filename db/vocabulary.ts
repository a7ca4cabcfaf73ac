/** The closed word lists of Trellis: the value stored and the words shown. It imports only words, so any layer may use it. */
import { say } from "../lib/words"

export { CALENDAR_KINDS, CALENDAR_REPEATS, PLACE_ANSWERS } from "./vocabulary/calendar"
export { FAIRNESS, NAMING, SOURCE_ANSWERS } from "./vocabulary/consultations"
export * from "./vocabulary/elections"
export { BID_STATES, FOUND_BY, PROOFS, SHARES } from "./vocabulary/funding"
export { GUIDE_STAGES, NATIONS } from "./vocabulary/guides"
export { LANGUAGES } from "./vocabulary/languages"
export * from "./vocabulary/memberships"
export * from "./vocabulary/opportunities"
export {
  ASK_REPLIES,
  FILED_REPLIES,
  PAPER_PARTS,
  PIN_KINDS,
  PROMISE_ENDINGS,
  SEND_WAYS,
} from "./vocabulary/papers"
export {
  CHOSEN_BY,
  DECISION_READERS,
  RAISED_STATES,
  SEAT_HOLDERS,
  TERM_ENDINGS,
} from "./vocabulary/partnerships"
export { RESOURCE_KINDS, RESOURCE_READERS } from "./vocabulary/resources"
export { SOURCE_KINDS, SPECIALISMS } from "./vocabulary/sources"
export {
  CASE_OUTCOMES,
  ENQUIRY_SOURCES,
  EVIDENCE_STRENGTHS,
  HEALTH_ANSWERS,
  NEED_ENDINGS,
  NEED_STATUSES,
  SESSION_KINDS,
  SESSION_PLACES,
} from "./vocabulary/support"

/** What stands in the log in the place of a person's details that were erased. */
export const ERASED = "[erased]"
/** What stands there in the place of whoever acted. */
export const NAME_ERASED = "Somebody whose name was erased"

/** Where a group stands with the LIO (M1). Membership dates come on top of this. */
export const STAGES = {
  enquiry: say("Enquiry"),
  forming: say("Forming"),
  member: say("Member"),
  affiliate: say("Affiliate"),
  not_member: say("Not a member"),
  closed: say("Closed"),
} as const

/** Which sector a group belongs to; a statutory body is a group too. */
export const SECTORS = {
  voluntary: say("Voluntary or community"),
  statutory: say("Statutory body"),
  private: say("Private"),
  education: say("Education"),
  residents: say("Residents’ association"),
} as const

export const LEGAL_FORMS = {
  unincorporated: say("Unincorporated group"),
  trust: say("Charitable trust"),
  cio: say("Charitable incorporated organisation"),
  company: say("Company limited by guarantee"),
  cic: say("Community interest company"),
  society: say("Co-operative or community benefit society"),
  casc: say("Community amateur sports club"),
  statutory: say("Public body"),
  other: say("Something else"),
} as const

/** Yearly income. No value at all means unknown; `none` means no income. */
export const INCOME_BANDS = {
  none: say("No income"),
  to_5k: say("Up to £5,000"),
  to_10k: say("£5,000 to £10,000"),
  to_25k: say("£10,000 to £25,000"),
  to_50k: say("£25,000 to £50,000"),
  to_200k: say("£50,000 to £200,000"),
  to_500k: say("£200,000 to £500,000"),
  to_1m: say("£500,000 to £1 million"),
  to_5m: say("£1 million to £5 million"),
  over_5m: say("Over £5 million"),
} as const

/** Registers a group may be on, by org-id.guide prefix; `local` is the LIO's own number. */
export const REGISTERS = {
  "GB-CHC": say("Charity number (England and Wales)"),
  "GB-SC": say("Charity number (Scotland)"),
  "GB-NIC": say("Charity number (Northern Ireland)"),
  "GB-COH": say("Company or CIC number"),
  "GB-MPR": say("Mutuals register number"),
  "GB-CASC": say("CASC reference"),
  local: say("Other reference"),
} as const

export const ROLES = {
  chair: say("Chair"),
  treasurer: say("Treasurer"),
  secretary: say("Secretary"),
  trustee: say("Trustee or committee member"),
  staff: say("Paid staff"),
  volunteer: say("Volunteer"),
  contact: say("Contact"),
  representative: say("Representative"),
} as const

/** How a person likes to be reached. */
export const CHANNELS = {
  email: say("Email"),
  phone: say("Phone"),
  text: say("Text message"),
  post: say("Post"),
} as const

/** Kinds of question an LIO may add of its own. */
export const FIELD_KINDS = {
  text: say("Short text"),
  long: say("Long text"),
  number: say("Number"),
  money: say("Money"),
  date: say("Date"),
  yes_no: say("Yes or no"),
  choice: say("Choose one"),
  choices: say("Choose any"),
} as const

/** Levels of LIO staff; each may do all that the next may. */
export const LEVELS = { manager: say("Manager"), worker: say("Worker"), viewer: say("Viewer") } as const

/** Kinds of LIO. */
export const LIO_KINDS = {
  cvs: say("Council for voluntary service"),
  vag: say("Voluntary action group"),
  volunteer_centre: say("Volunteer centre"),
  youth: say("Youth association"),
  rural: say("Rural community council"),
  other: say("Other support organisation"),
} as const

/** The five functions of an LIO; every piece of work counts towards one. */
export const FUNCTIONS = {
  development: say("Development"),
  support: say("Support"),
  liaison: say("Liaison"),
  representation: say("Representation"),
  partnership: say("Strategic partnership"),
} as const

/** How often a task comes again. */
export const REPEATS = {
  week: say("Every week"),
  fortnight: say("Every two weeks"),
  month: say("Every month"),
  quarter: say("Every three months"),
  year: say("Every year"),
} as const

/** How much a person hears of a network or a topic. */
export const WATCH_LEVELS = {
  all: say("Every post"),
  new: say("New topics and decisions"),
  mentions: say("Only when I am mentioned"),
  mute: say("Nothing"),
} as const

export const QUESTION_KINDS = {
  text: say("Written answer"),
  single: say("Choose one"),
  multiple: say("Choose any"),
  scale: say("Scale"),
} as const

/** The same of a consultation, which can also ask for numbers or a file, have options put in order, put several things on one scale, and put statements to groups, one at a time. */
export const CONSULTATION_QUESTIONS = {
  ...QUESTION_KINDS,
  number: say("Number"),
  ranking: say("Put in order"),
  matrix: say("Several things on one scale"),
  statements: say("Votes on statements"),
  file: say("A file"),
} as const

/** What a group says to a statement. */
export const STATEMENT_VOTES = {
  agree: say("Agree"),
  disagree: say("Disagree"),
  pass: say("Pass"),
} as const

/** By what the numbers of a consultation are split. `every`: by everything, where answers are named. */
export const PARTS = {
  none: say("Not split: totals only"),
  size: say("By size (yearly income)"),
  area: say("By area"),
  sector: say("By sector"),
  every: say("By size, area, theme and sector"),
} as const

/** How often a person gets the digest. */
export const DIGEST_RHYTHMS = {
  daily: say("Every day"),
  weekly: say("Once a week"),
  monthly: say("Once a month"),
  never: say("Never"),
} as const

/** The LIO's own lists of terms. */
export const TERM_LISTS = {
  theme: say("Themes"),
  client_group: say("Who they help"),
  service: say("Services"),
  tag: say("Tags"),
} as const

/** How a group said whether it may be in the public directory. */
export const CONSENT_WAYS = {
  page: say("On its own page here"),
  form: say("On a form"),
  email: say("By email"),
  phone: say("By phone"),
  spoken: say("Face to face"),
  list: say("In an imported list"),
} as const

/** What of a group its entry in the public directory may show, besides its name. */
export const DIRECTORY_PARTS = {
  about: say("What they do"),
  website: say("Website"),
  email: say("Email"),
  phone: say("Phone"),
  areas: say("Areas served"),
  words: say("Themes, who they help and services"),
  address: say("Address and postcode"),
  contact: say("Name of the main contact"),
} as const

/** What is shown of a group that never chose: what was given as the group's own, and nobody's home or name. */
export const USUALLY_SHOWN = [
  "about",
  "website",
  "email",
  "phone",
  "areas",
  "words",
] as const satisfies (keyof typeof DIRECTORY_PARTS)[]

/** Kinds of area a group may serve. */
export const AREA_KINDS = {
  district: say("District"),
  ward: say("Ward"),
  neighbourhood: say("Neighbourhood"),
} as const

type Words<T> = keyof T & string
/** The keys of a word list, as a non-empty tuple for zod. */
export function keys<T extends object>(list: T) {
  return Object.keys(list) as [Words<T>, ...Words<T>[]]
}

/** What kind of file it is. */
export const FILE_KINDS = {
  constitution: say("Constitution or governing document"),
  insurance: say("Insurance certificate"),
  safeguarding: say("Safeguarding policy"),
  policy: say("Other policy"),
  accounts: say("Accounts"),
  minutes: say("Minutes"),
  letter: say("Letter or reply"),
  picture: say("Picture"),
  other: say("Something else"),
} as const
