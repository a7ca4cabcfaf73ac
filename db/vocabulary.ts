/** The closed word lists of Trellis: the value stored and the words shown. No imports, so any layer may use it. */

/** What stands in the log in the place of a person's details that were erased. */
export const ERASED = "[erased]"
/** What stands there in the place of whoever acted. */
export const NAME_ERASED = "Somebody whose name was erased"

/** Where a group stands with the LIO (M1). Membership dates come on top of this. */
export const STAGES = {
  enquiry: "Enquiry",
  forming: "Forming",
  member: "Member",
  affiliate: "Affiliate",
  not_member: "Not a member",
  closed: "Closed",
} as const

/** Which sector a group belongs to; a statutory body is a group too. */
export const SECTORS = {
  voluntary: "Voluntary or community",
  statutory: "Statutory body",
  private: "Private",
  education: "Education",
  residents: "Residents’ association",
} as const

export const LEGAL_FORMS = {
  unincorporated: "Unincorporated group",
  trust: "Charitable trust",
  cio: "Charitable incorporated organisation",
  company: "Company limited by guarantee",
  cic: "Community interest company",
  society: "Co-operative or community benefit society",
  casc: "Community amateur sports club",
  statutory: "Public body",
  other: "Something else",
} as const

/** Yearly income. No value at all means unknown; `none` means no income. */
export const INCOME_BANDS = {
  none: "No income",
  to_5k: "Up to £5,000",
  to_10k: "£5,000 to £10,000",
  to_25k: "£10,000 to £25,000",
  to_50k: "£25,000 to £50,000",
  to_200k: "£50,000 to £200,000",
  to_500k: "£200,000 to £500,000",
  to_1m: "£500,000 to £1 million",
  to_5m: "£1 million to £5 million",
  over_5m: "Over £5 million",
} as const

/** Registers a group may be on, by org-id.guide prefix; `local` is the LIO's own number. */
export const REGISTERS = {
  "GB-CHC": "Charity number (England and Wales)",
  "GB-SC": "Charity number (Scotland)",
  "GB-NIC": "Charity number (Northern Ireland)",
  "GB-COH": "Company or CIC number",
  "GB-MPR": "Mutuals register number",
  "GB-CASC": "CASC reference",
  local: "Other reference",
} as const

export const ROLES = {
  chair: "Chair",
  treasurer: "Treasurer",
  secretary: "Secretary",
  trustee: "Trustee or committee member",
  staff: "Paid staff",
  volunteer: "Volunteer",
  contact: "Contact",
  representative: "Representative",
} as const

/** How a person likes to be reached. */
export const CHANNELS = {
  email: "Email",
  phone: "Phone",
  text: "Text message",
  post: "Post",
} as const

/** What a group is while its membership counts. */
export const MEMBERSHIP_STANDINGS = { member: "Member", affiliate: "Affiliate" } as const

export const MEMBERSHIP_PERIODS = {
  rolling: "From the day of joining",
  fixed: "A fixed year, the same for everybody",
  open: "Until it is ended",
} as const

/** Where a membership stands on a day. It follows from its dates. */
export const MEMBERSHIP_STATES = {
  future: "Not started yet",
  current: "Current",
  ending: "Ends soon",
  grace: "Ran out, still counts",
  lapsed: "Lapsed",
  cancelled: "Ended",
} as const

/** How a group was asked to renew. */
export const CHASE_WAYS = {
  letter: "Renewal letter",
  email: "Email",
  phone: "Phone call",
  visit: "Visit",
  post: "Post",
} as const

/** Kinds of question an LIO may add of its own. */
export const FIELD_KINDS = {
  text: "Short text",
  long: "Long text",
  number: "Number",
  money: "Money",
  date: "Date",
  yes_no: "Yes or no",
  choice: "Choose one",
  choices: "Choose any",
} as const

/** Levels of LIO staff; each may do all that the next may. */
export const LEVELS = { manager: "Manager", worker: "Worker", viewer: "Viewer" } as const

/** Kinds of LIO. */
export const LIO_KINDS = {
  cvs: "Council for voluntary service",
  vag: "Voluntary action group",
  volunteer_centre: "Volunteer centre",
  youth: "Youth association",
  rural: "Rural community council",
  other: "Other support organisation",
} as const

/** The five functions of an LIO; every piece of work counts towards one. */
export const FUNCTIONS = {
  development: "Development",
  support: "Support",
  liaison: "Liaison",
  representation: "Representation",
  partnership: "Strategic partnership",
} as const

/** How often a task comes again. */
export const REPEATS = {
  week: "Every week",
  fortnight: "Every two weeks",
  month: "Every month",
  quarter: "Every three months",
  year: "Every year",
} as const

export const SESSION_KINDS = {
  advice: "One-to-one advice",
  phone: "Phone call",
  email: "Email",
  visit: "Visit",
  meeting: "Meeting",
  training: "Training",
  outreach: "Outreach",
} as const

/** How much a person hears of a network or a topic. */
export const WATCH_LEVELS = {
  all: "Every post",
  new: "New topics and decisions",
  mentions: "Only when I am mentioned",
  mute: "Nothing",
} as const

export const QUESTION_KINDS = {
  text: "Written answer",
  single: "Choose one",
  multiple: "Choose any",
  scale: "Scale",
} as const

/** By what the numbers of a consultation are split. `every`: by everything, where answers are named. */
export const PARTS = {
  none: "Not split: totals only",
  size: "By size (yearly income)",
  area: "By area",
  sector: "By sector",
  every: "By size, area, theme and sector",
} as const

/** What a statutory body said to one ask. */
export const ASK_REPLIES = {
  accepted: "Accepted",
  partly: "Accepted in part",
  rejected: "Not accepted",
  no_reply: "No reply",
} as const

/** How often a person gets the digest. */
export const DIGEST_RHYTHMS = {
  daily: "Every day",
  weekly: "Once a week",
  monthly: "Once a month",
  never: "Never",
} as const

/** The LIO's own lists of terms. */
export const TERM_LISTS = {
  theme: "Themes",
  client_group: "Who they help",
  service: "Services",
  tag: "Tags",
} as const

/** How a group said whether it may be in the public directory. */
export const CONSENT_WAYS = {
  page: "On its own page here",
  form: "On a form",
  email: "By email",
  phone: "By phone",
  spoken: "Face to face",
  list: "In a list that was brought in",
} as const

/** What of a group its entry in the public directory may show, besides its name. */
export const DIRECTORY_PARTS = {
  about: "What they do",
  website: "Website",
  email: "Email",
  phone: "Phone",
  areas: "Areas served",
  words: "Themes, who they help and services",
  address: "Address and postcode",
  contact: "Name of the main contact",
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
export const AREA_KINDS = { district: "District", ward: "Ward", neighbourhood: "Neighbourhood" } as const

type Words<T> = keyof T & string
/** The keys of a word list, as a non-empty tuple for zod. */
export function keys<T extends object>(list: T) {
  return Object.keys(list) as [Words<T>, ...Words<T>[]]
}

/** What kind of file it is. */
export const FILE_KINDS = {
  constitution: "Constitution or governing document",
  insurance: "Insurance certificate",
  safeguarding: "Safeguarding policy",
  policy: "Other policy",
  accounts: "Accounts",
  minutes: "Minutes",
  letter: "Letter or reply",
  picture: "Picture",
  other: "Something else",
} as const
