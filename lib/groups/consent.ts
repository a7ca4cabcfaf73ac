import { USUALLY_SHOWN } from "@/db/vocabulary"
import type { GroupFields } from "./input"

type Consent = Pick<
  GroupFields,
  "directoryConsent" | "directorySaidOn" | "directorySaidBy" | "directorySaidHow" | "directoryShows"
>
/** Who says it: a member of the group by name, or staff, who may say who told them. */
type Sayer = { today: string; member?: string }

/** How it stands with a group of which nobody has asked. */
export const UNSAID: Consent = {
  directoryConsent: null,
  directorySaidOn: null,
  directorySaidBy: null,
  directorySaidHow: null,
  directoryShows: null,
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Who told, when and how, after this. */
function tellerOf(before: Consent, input: Partial<Consent>, { today, member }: Sayer): Partial<Consent> {
  const consent = input.directoryConsent === undefined ? before.directoryConsent : input.directoryConsent
  if (consent === null) return { directorySaidOn: null, directorySaidBy: null, directorySaidHow: null }
  const changed = consent !== before.directoryConsent
  if (member)
    return changed ? { directorySaidOn: today, directorySaidBy: member, directorySaidHow: "page" } : {}
  const { directorySaidOn, directorySaidBy, directorySaidHow } = input
  const told = { directorySaidOn, directorySaidBy, directorySaidHow }
  if (!changed) return told
  const stale = Object.entries(told).every(
    ([field, value]) => value === undefined || same(value, before[field as keyof Consent]),
  )
  if (stale) return { directorySaidOn: today, directorySaidBy: null, directorySaidHow: null }
  return { ...told, directorySaidOn: directorySaidOn ?? today }
}

/**
 * What goes along with consent to the public directory: when it was said, by whom and how. Where nobody knows, nobody
 * has said anything; what members say is said by them, on their page, today. What is told of an older word does not
 * stand beside a new one.
 */
export function withConsent<Said extends Partial<GroupFields>>(
  before: Consent,
  values: Said,
  sayer: Sayer,
): Said {
  if (!Object.keys(UNSAID).some((field) => field in values)) return values
  const {
    directorySaidOn: _on,
    directorySaidBy: _by,
    directorySaidHow: _how,
    directoryShows,
    ...rest
  } = values
  const usual = before.directoryShows === null && same(directoryShows, USUALLY_SHOWN)
  const told = Object.entries(tellerOf(before, values, sayer)).filter(([, value]) => value !== undefined)
  const shows = directoryShows === undefined || usual ? {} : { directoryShows }
  return { ...rest, ...Object.fromEntries(told), ...shows } as Said
}
