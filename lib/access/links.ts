import { createHmac, timingSafeEqual } from "node:crypto"

/** What a signed link may be for; a link for one purpose opens nothing else. */
export type LinkPurpose =
  | "answer"
  | "preferences"
  | "unsubscribe"
  | "renewal"
  | "confirm"
  | "role"
  | "booking"
  | "health-check"
  | "calendar"
  | "reply"
  | "individual"
  | "election"
  | "nominee"
/** Purposes for which a link opens one thing and no more; one to answer brings its person into a consultation. */
export type OneThing = Exclude<LinkPurpose, "answer">
/** `person` is empty where a link went to the own address of groups, `to`. `groups`: for which it speaks though nobody speaks for them. */
export type SignedLink = {
  purpose: LinkPurpose
  lio: string
  person: string
  to?: string
  groups?: string[]
  about?: string
  /** Other LIOs that a link to stop a letter speaks for, and the person there. */
  also?: { lio: string; person: string }[]
  expires?: number
}

function secret() {
  const value = process.env.LINK_SECRET
  if (!value) throw new Error("LINK_SECRET is not set.")
  return value
}

const sign = (body: string) => createHmac("sha256", secret()).update(body).digest("base64url")

const markOf = (words: string) => sign(`words ${words}`).slice(0, 22)

/** Words with a mark by which they are known as ours, for an address. */
export const sealWords = (words: string) => `${words} ~${markOf(words)}`

/** The words that `sealWords` marked, or undefined where it didn’t. */
export function sealedWords(given: unknown): string | undefined {
  const [, words = "", mark] = /^(.*) ~([\w-]{22})$/s.exec(typeof given === "string" ? given : "") ?? []
  return mark && mark === markOf(words) ? words : undefined
}

/** A token for a letter: says whom it is for and what it opens, and cannot be made up. `expires` in ms since 1970. */
export function signLink(link: SignedLink): string {
  const body = Buffer.from(JSON.stringify(link)).toString("base64url")
  return `${body}.${sign(body)}`
}

/** The link behind a token, or null when it is forged, for another purpose, or has run out. */
export function readLink(token: string, purpose: LinkPurpose, now = Date.now()): SignedLink | null {
  const [body, signature] = token.split(".")
  if (!body || !signature) return null
  const expected = Buffer.from(sign(body))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  const link = JSON.parse(Buffer.from(body, "base64url").toString()) as SignedLink
  if (link.purpose !== purpose) return null
  return link.expires && link.expires < now ? null : link
}

/** The links that one token speaks for: its own, and those of other LIOs whose words stood in the same letter. */
export function linksIn(token: string, purpose: LinkPurpose): SignedLink[] {
  const link = readLink(token, purpose)
  return link ? [link, ...(link.also ?? []).map((one) => ({ ...link, ...one, also: undefined }))] : []
}

/** What a group sent, and what came of it, can be read by its link for a year after the closing day it was sent with. */
const DAYS_AFTER_CLOSING = 365

/** Whom a link to a consultation is for: a person, or the own address of groups in which nobody else can be written to. */
export type LinkReader = { personId: string | null; address?: string | null; groupIds?: string[] }

/**
 * The path of the emailed link that opens one consultation for one reader: it answers while the consultation is open, and
 * shows the answer and what came of it afterwards. `groupIds`: those for which the reader is asked without speaking for them.
 */
export function answerPath(
  lio: { id: string; slug: string },
  consultation: { id: string; closesAt: Date | null },
  { personId, address, groupIds }: LinkReader,
) {
  const key = signLink({
    purpose: "answer",
    lio: lio.id,
    person: personId ?? "",
    ...(address ? { to: address } : {}),
    ...(groupIds?.length ? { groups: groupIds } : {}),
    about: consultation.id,
    expires: consultation.closesAt
      ? consultation.closesAt.getTime() + DAYS_AFTER_CLOSING * 86_400_000
      : undefined,
  })
  return `/${lio.slug}/consultations/${consultation.id}/enter?key=${key}`
}

/** The path of the emailed link with which one person may renew one membership. It works until `expires`. */
export function renewalPath(
  lio: { id: string; slug: string },
  membershipId: string,
  personId: string,
  expires: Date,
) {
  const key = signLink({
    purpose: "renewal",
    lio: lio.id,
    person: personId,
    about: membershipId,
    expires: expires.getTime(),
  })
  return `/${lio.slug}/memberships/renew?key=${key}`
}

/** The path of the emailed link with which one person may say that what is kept of one group is right. */
export function confirmPath(
  lio: { id: string; slug: string },
  groupId: string,
  personId: string,
  expires: Date,
) {
  const key = signLink({
    purpose: "confirm",
    lio: lio.id,
    person: personId,
    about: groupId,
    expires: expires.getTime(),
  })
  return `/${lio.slug}/groups/${groupId}/confirm?key=${key}`
}

/** The path of the emailed link with which somebody says whether they want to be one of a group's people. */
export function invitationPath(lio: { id: string; slug: string }, invitationId: string, expires: Date) {
  // For whoever has the address: it may be nobody we know, so the link names no person.
  const key = signLink({
    purpose: "role",
    lio: lio.id,
    person: "",
    about: invitationId,
    expires: expires.getTime(),
  })
  return `/${lio.slug}/invitation?key=${key}`
}

/**
 * The paths that the link of a booking opens, for whoever booked places at an event: where it is changed or given back, and
 * the event for their own calendar.
 */
export function bookingPaths(lio: { id: string; slug: string }, answerId: string, expires: Date) {
  // For whoever has the address: it may be nobody we know, so the link names no person.
  const key = signLink({
    purpose: "booking",
    lio: lio.id,
    person: "",
    about: answerId,
    expires: expires.getTime(),
  })
  const path = `/${lio.slug}/events/booking`
  return { url: `${path}?key=${key}`, calendarUrl: `${path}/calendar.ics?key=${key}` }
}

/** The path of the emailed link with which somebody who answers for themselves confirms and changes what they said. */
export function individualPath(lio: { id: string; slug: string }, answerId: string, expires: Date) {
  const key = signLink({
    purpose: "individual",
    lio: lio.id,
    person: "",
    about: answerId,
    expires: expires.getTime(),
  })
  return `/${lio.slug}/have-your-say/answer?key=${key}`
}

/** The path of the emailed link that opens one health check for its group: for somebody who speaks for it, or its own address. */
export function healthCheckPath(
  lio: { id: string; slug: string },
  checkId: string,
  { personId, address }: { personId: string | null; address?: string },
  expires: Date,
) {
  const key = signLink({
    purpose: "health-check",
    lio: lio.id,
    person: personId ?? "",
    ...(address ? { to: address } : {}),
    about: checkId,
    expires: expires.getTime(),
  })
  return `/${lio.slug}/health-checks/answer?key=${key}`
}

/** Whom a link to an election is for: somebody of a group, or the own address of groups. */
export type ElectionReader = { personId: string } | { email: string }

/** What stands before the key of a link with which somebody votes or stands, as PostgreSQL finds it: letters that have gone lose the key. */
export const BEFORE_ELECTION_KEY = "(/elections/(?:take-part|nominee)[?]key=)[A-Za-z0-9_.-]+"

/** The path of the emailed link with which somebody takes part in an election for their groups: puts up, endorses and votes. */
export function electionPath(
  lio: { id: string; slug: string },
  electionId: string,
  to: ElectionReader,
  expires: Date,
) {
  const key = signLink({
    purpose: "election",
    lio: lio.id,
    person: "personId" in to ? to.personId : "",
    ...("email" in to ? { to: to.email } : {}),
    about: electionId,
    expires: expires.getTime(),
  })
  return `/${lio.slug}/elections/take-part?key=${key}`
}

/** The path of the emailed link with which somebody who was put up for an election agrees to stand, or withdraws. */
export function nomineePath(lio: { id: string; slug: string }, nominationId: string, expires: Date) {
  // For whoever has the address: it may be nobody we know, so the link names no person.
  const key = signLink({
    purpose: "nominee",
    lio: lio.id,
    person: "",
    about: nominationId,
    expires: expires.getTime(),
  })
  return `/${lio.slug}/elections/nominee?key=${key}`
}

/** The path of the link by which a body reads a paper and answers its asks, for whoever there has it. */
export function replyPath(lio: { id: string; slug: string }, linkId: string, expires: Date) {
  // It goes from desk to desk within the body, so it names no person.
  const key = signLink({
    purpose: "reply",
    lio: lio.id,
    person: "",
    about: linkId,
    expires: expires.getTime(),
  })
  return `/${lio.slug}/representations/reply?key=${key}`
}

/** The address of somebody's own calendar, below ours. It works until they ask for another. */
export function calendarPath(lio: { id: string; slug: string }, feedId: string, personId: string) {
  const key = signLink({ purpose: "calendar", lio: lio.id, person: personId, about: feedId })
  return `/${lio.slug}/calendar/mine.ics?key=${key}`
}
