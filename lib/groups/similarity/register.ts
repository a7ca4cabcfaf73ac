import { say } from "../../words"
import { alike, mainCore, type Name, readName } from "./names"
import { BRANCHES, digitsOf, domainOf, FEW, type Kept, siteOf, suspectOf } from "./suspects"
import { LIKELY, REASONS, weigh } from "./weigh"

/**
 * What is known of a group for telling whether a row means it. `row`: of one that an earlier row of the file makes;
 * `read`: its name as the register has read it.
 */
export type Known = Kept & { row: number | null; sourceId?: string | null; read?: Name }

/** What is said of a group somewhere else (a row of a list, whoever got a grant), to find the group that is meant. */
export type Sought = Omit<Kept, "id" | "lat" | "lon"> & { sourceId?: string | null }

/**
 * `same`: it is that group. `like`: it may be, and a person must say. `by`: by a number that a register gave it, or by its
 * name and what goes with that; `because` is the reason in words.
 */
export type Match = { sure: "same" | "like"; by: "number" | "name"; known: Known; because: string }

/** Where postcodes are, as far as it is known. */
export type Places = ReadonlyMap<string, { lat: number; lon: number }>

/** Registers that give one group one number for good. (HMRC's list of sports clubs gives a new one with each address.) */
const LASTING = new Set(["GB-CHC", "GB-SC", "GB-NIC", "GB-COH", "GB-MPR"])
/** So many under one postcode, one telephone … is a building or a switchboard: they are not all held against each other. */
const CROWD = 80

/** By what two groups may share something, besides a number and the whole name. */
const SHELVES = {
  compact: (_known: Kept, name: Name) => name.compact,
  core: (_known: Kept, name: Name) => mainCore(name),
  postcode: ({ postcode }: Kept) => postcode,
  email: ({ email }: Kept) => email,
  domain: ({ email }: Kept) => domainOf(email),
  phone: ({ phone }: Kept) => digitsOf(phone),
  website: ({ website }: Kept) => siteOf(website),
}
/** Most keys are of one group, and most names of one postcode: these stand there by themselves, which a long list feels. */
type Shelved = Known | Known[]
type Shelf = { key: keyof typeof SHELVES; groups: Map<string, Shelved> }
const allOf = (there: Shelved | undefined): Known[] =>
  there === undefined ? [] : Array.isArray(there) ? there : [there]

/** Groups that can be looked up by what a row says; each new one is added, so that a file is held against itself, too. */
export class Register {
  private byNumber = new Map<string, Shelved>()
  private byName = new Map<string, Shelved>()
  private shelves: Shelf[] = (Object.keys(SHELVES) as Shelf["key"][]).map((key) => ({
    key,
    groups: new Map(),
  }))
  private places = new Map<string, string | Set<string>>()
  private words = new Map<string, string>()

  /** `rows`: name and postcode of every row of the list; `at`: where postcodes are. */
  constructor(
    groups: Iterable<Known>,
    rows: Iterable<Pick<Known, "nameKey" | "postcode">>,
    private at: Places = new Map(),
  ) {
    for (const { nameKey, postcode } of rows) this.notePlace(nameKey, postcode)
    for (const group of groups) this.add(group)
  }

  private notePlace(nameKey: string, postcode: string | null) {
    if (!postcode) return
    const there = this.places.get(nameKey)
    if (there instanceof Set) there.add(postcode)
    else if (there !== postcode) this.places.set(nameKey, there ? new Set([there, postcode]) : postcode)
  }

  /** Adds a group, or what is newly known of it. */
  add(group: Known) {
    const into = (map: Map<string, Shelved>, key: string | null, most = Number.POSITIVE_INFINITY) => {
      if (!key) return
      const there = map.get(key)
      if (there === undefined) map.set(key, group)
      else if (!Array.isArray(there)) {
        if (there !== group) map.set(key, [there, group])
      } else if (there.length < most && !there.includes(group)) there.push(group)
    }
    for (const { register, value } of group.identifiers) into(this.byNumber, `${register} ${value}`)
    into(this.byName, group.nameKey)
    const name = this.read(group)
    group.read = name
    for (const { key, groups } of this.shelves) into(groups, SHELVES[key](group, name), CROWD + 1)
    this.notePlace(group.nameKey, group.postcode)
  }

  /** Its name with each word held once, however many groups have it. */
  private read({ nameKey, name }: Known): Name {
    const read = readName(nameKey, name)
    const words = read.words.map((word) => {
      const there = this.words.get(word)
      if (there === undefined) this.words.set(word, word)
      return there ?? word
    })
    return { ...read, words }
  }

  private isBranch(nameKey: string) {
    const places = this.places.get(nameKey)
    return places instanceof Set && places.size >= BRANCHES
  }

  /** The group that is meant or may be meant; null when it is none of these. `taken`: whether an earlier row means it already. */
  match(sought: Sought, taken: (group: Known) => boolean = () => false): Match | null {
    const best = (all: Known[]) => {
      const points = (group: Known) =>
        (group.nameKey === sought.nameKey ? 8 : 0) +
        (group.postcode && group.postcode === sought.postcode ? 4 : 0) +
        (reachedAlike(sought, group) ? 2 : 0) +
        (taken(group) ? 0 : 1)
      return all.length < 2 ? all[0] : all.toSorted((a, b) => points(b) - points(a))[0]
    }
    for (const { register, value } of sought.identifiers) {
      const all = allOf(this.byNumber.get(`${register} ${value}`))
      const group = best(all.filter((one) => !twoThere(sought, one)))
      if (group)
        return {
          sure: "same",
          by: "number",
          known: group,
          because: say("the same number on a register ({value})", { value }),
        }
    }
    const namesakes = allOf(this.byName.get(sought.nameKey)).filter((group) => !differs(sought, group))
    const atHome = best(namesakes.filter((group) => group.postcode && group.postcode === sought.postcode))
    if (atHome) return { sure: "same", by: "name", known: atHome, because: say("the same name and postcode") }
    if (!this.isBranch(sought.nameKey)) {
      const reached = namesakes.find((group) => reachedAlike(sought, group))
      if (reached)
        return { sure: "same", by: "name", known: reached, because: say("the same name and contact") }
      const bare = namesakes.find((group) => !group.postcode && !sought.postcode)
      if (bare)
        return {
          sure: "same",
          by: "name",
          known: bare,
          because: say("the same name, and neither has a postcode"),
        }
    }
    return this.likeliest(sought)
  }

  private suspect(group: Kept, name: Name) {
    const domain = domainOf(group.email)
    const shelf = this.shelves.find(({ key }) => key === "domain")
    return suspectOf(
      { ...group, ...this.at.get(group.postcode ?? "") },
      {
        domain: domain !== null && allOf(shelf?.groups.get(domain)).length <= FEW,
        branch: this.isBranch(group.nameKey),
      },
      name,
    )
  }

  /** The likeliest of those that share something, weighed as the nightly search weighs two groups. */
  private likeliest(sought: Sought): Match | null {
    const name = readName(sought.nameKey, sought.name)
    const plain = { ...sought, id: "" }
    const near = new Set<Known>()
    for (const { key, groups } of this.shelves) {
      const shelf = allOf(groups.get(SHELVES[key](plain, name) ?? ""))
      if (shelf.length <= CROWD) for (const group of shelf) near.add(group)
    }
    if (near.size === 0) return null
    const ours = this.suspect(plain, name)
    let best: Match | null = null
    let most = LIKELY
    for (const group of near) {
      // A number in common was looked for before this: without it, only names that are alike count.
      if (!group.read || !alike(name, group.read) || differs(sought, group)) continue
      const weighed = weigh(ours, this.suspect(group, group.read))
      if (!weighed || weighed.score < most) continue
      const because = weighed.reasons.map(({ kind }) => REASONS[kind].toLowerCase()).join(", ")
      ;[best, most] = [{ sure: "like", by: "name", known: group, because }, weighed.score]
    }
    return best
  }
}

/** Two rows of a file of Trellis's own are two groups there. */
const twoThere = (sought: Sought, group: Known) =>
  group.row !== null && Boolean(sought.sourceId && group.sourceId) && sought.sourceId !== group.sourceId

/** Two numbers on one lasting register are two groups, whatever their names. */
function differs(sought: Sought, group: Known) {
  if (twoThere(sought, group)) return true
  return sought.identifiers.some(
    ({ register, value }) =>
      LASTING.has(register) &&
      group.identifiers.some((other) => other.register === register && other.value !== value),
  )
}

function reachedAlike(sought: Sought, group: Known) {
  return Boolean(
    (sought.email && sought.email === group.email) ||
      (digitsOf(sought.phone) && digitsOf(sought.phone) === digitsOf(group.phone)) ||
      (siteOf(sought.website) && siteOf(sought.website) === siteOf(group.website)),
  )
}
