import { type Name, readName } from "./names"
import type { Suspect } from "./weigh"

/** What is known of a group or of a row of a list, for holding it against others. */
export type Kept = {
  id: string
  name: string
  nameKey: string
  postcode: string | null
  address: string | null
  email: string | null
  phone: string | null
  website: string | null
  identifiers: { register: string; value: string }[]
  lat?: number | null
  lon?: number | null
}

/** Where anybody may have an address: the domain says nothing of a group. */
const MAIL_FOR_ALL =
  /^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|aol|icloud|me|mac|btinternet|btopenworld|sky|talktalk|virginmedia|ntlworld|tiscali|blueyonder|o2|fsmail|protonmail|proton|gmx|mail)\./
/** More groups than this under one domain: their landlord's, their school's. */
export const FEW = 5
/** As many addresses under one name are branches. */
export const BRANCHES = 4

const plain = (value: string | null) => value?.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "") || null
/** The domain of an address that is a group's own. */
export const domainOf = (email: string | null) => {
  const domain = email?.split("@")[1]?.toLowerCase() ?? null
  return domain && !MAIL_FOR_ALL.test(domain) ? domain : null
}
/** A website as two are compared. */
export const siteOf = (website: string | null) =>
  website
    ?.toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/[/?#]+$/, "") || null
/** A telephone number as two are compared. */
export const digitsOf = (phone: string | null) => phone?.replace(/\D/g, "").replace(/^44/, "0") || null

/** A group as it is held against others. `domain`: whether its domain is its own; `branch`: whether its name is many groups'. */
export function suspectOf(
  group: Kept,
  { domain, branch }: { domain: boolean; branch: boolean },
  name?: Name,
): Suspect {
  const { id, postcode, address, email, phone, website, identifiers, lat = null, lon = null } = group
  return {
    id,
    name: name ?? readName(group.nameKey, group.name),
    postcode,
    address: plain(address),
    email: email?.toLowerCase() ?? null,
    domain: domain ? domainOf(email) : null,
    phone: digitsOf(phone),
    website: siteOf(website),
    numbers: identifiers,
    at: lat !== null && lon !== null ? { lat, lon } : null,
    branch,
  }
}
