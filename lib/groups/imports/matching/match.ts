import type { Draft } from "../columns/drafts"
import { likeness, likenessAtMost, type Pieces, piecesOf } from "./likeness"

/** What is known of a group for telling whether a row means it. `row`: of one that an earlier row of the file makes. */
export type Known = {
  id: string
  row: number | null
  name: string
  nameKey: string
  postcode: string | null
  email: string | null
  phone: string | null
  website: string | null
  identifiers: { register: string; value: string }[]
}

/** `same`: it is that group. `like`: it may be, and a person must say. `because` is the reason in words. */
export type Match = { sure: "same" | "like"; known: Known; because: string }

/** Registers that give one group one number for good. (HMRC's list of sports clubs gives a new one with each address.) */
const LASTING = new Set(["GB-CHC", "GB-SC", "GB-NIC", "GB-COH", "GB-MPR"])
/** So many different postcodes under one name are branches, not copies. */
const BRANCHES = 4
const LIKE_ENOUGH = 0.6

const host = (website: string | null) =>
  website
    ? website
        .replace(/^https?:\/\/(www\.)?/i, "")
        .replace(/\/.*$/, "")
        .toLowerCase()
    : null
const digits = (phone: string | null) => phone?.replace(/\D/g, "").replace(/^44/, "0") ?? null

type Shelf = { known: Known; pieces: Pieces }[]

/** Groups that can be looked up by what a row says; each new one is added, so that a file is held against itself, too. */
export class Register {
  private byNumber = new Map<string, Known[]>()
  private byName = new Map<string, Known[]>()
  private byPostcode = new Map<string, Shelf>()
  private byEmail = new Map<string, Shelf>()
  private places = new Map<string, Set<string>>()
  private cut = new Map<string, Pieces>()

  /** `places`: of every row of the list. */
  constructor(groups: Iterable<Known>, places: Iterable<Pick<Known, "nameKey" | "postcode">>) {
    for (const { nameKey, postcode } of places) this.notePlace(nameKey, postcode)
    for (const group of groups) this.add(group)
  }

  private notePlace(nameKey: string, postcode: string | null) {
    if (!postcode) return
    const places = this.places.get(nameKey) ?? new Set()
    places.add(postcode)
    this.places.set(nameKey, places)
  }

  /** Adds a group, or what is newly known of it. */
  add(group: Known) {
    const into = (map: Map<string, Known[]>, key: string | null) => {
      if (!key) return
      const there = map.get(key)
      if (!there) map.set(key, [group])
      else if (!there.includes(group)) there.push(group)
    }
    for (const { register, value } of group.identifiers) into(this.byNumber, `${register} ${value}`)
    into(this.byName, group.nameKey)
    this.shelve(this.byPostcode, group.postcode, group, 200)
    this.shelve(this.byEmail, group.email, group, 50)
    this.notePlace(group.nameKey, group.postcode)
  }

  /** The first so many of one postcode or address: more is a building or a switchboard. */
  private shelve(shelves: Map<string, Shelf>, key: string | null, known: Known, most: number) {
    if (!key) return
    const pieces = this.piecesOf(known.nameKey)
    const shelf = shelves.get(key)
    if (!shelf) shelves.set(key, [{ known, pieces }])
    else if (shelf.length < most) shelf.push({ known, pieces })
  }

  private piecesOf(nameKey: string): Pieces {
    const known = this.cut.get(nameKey)
    if (known) return known
    const pieces = piecesOf(nameKey)
    this.cut.set(nameKey, pieces)
    return pieces
  }

  private isBranch = (nameKey: string) => (this.places.get(nameKey)?.size ?? 0) >= BRANCHES

  /** The group a row means, may mean, or null when it is a new one. `taken`: whether an earlier row means it already. */
  match(draft: Draft, taken: (known: Known) => boolean = () => false): Match | null {
    const best = (all: Known[]) => {
      const points = (known: Known) =>
        (known.nameKey === draft.nameKey ? 8 : 0) +
        (known.postcode && known.postcode === draft.postcode ? 4 : 0) +
        (reachedAlike(draft, known) ? 2 : 0) +
        (taken(known) ? 0 : 1)
      return all.length < 2 ? all[0] : all.toSorted((a, b) => points(b) - points(a))[0]
    }
    for (const { register, value } of draft.identifiers) {
      const known = best(this.byNumber.get(`${register} ${value}`) ?? [])
      if (known) return { sure: "same", known, because: `the same number on a register (${value})` }
    }
    const namesakes = (this.byName.get(draft.nameKey) ?? []).filter((known) => !differs(draft, known))
    const atHome = best(namesakes.filter((known) => known.postcode && known.postcode === draft.postcode))
    if (atHome) return { sure: "same", known: atHome, because: "the same name and postcode" }
    if (!this.isBranch(draft.nameKey)) {
      const reached = namesakes.find((known) => reachedAlike(draft, known))
      if (reached) return { sure: "same", known: reached, because: "the same name and contact" }
      const bare = namesakes.find((known) => !known.postcode && !draft.postcode)
      if (bare) return { sure: "same", known: bare, because: "the same name, and neither has a postcode" }
      const moved = namesakes[0]
      if (moved) return { sure: "like", known: moved, because: "the same name at another postcode" }
    }
    return this.likeliest(draft)
  }

  private likeliest(draft: Draft): Match | null {
    let best: Match | null = null
    let most = LIKE_ENOUGH
    const ours = this.piecesOf(draft.nameKey)
    const look = (shelf: Shelf | undefined, because: string) => {
      for (const { known, pieces } of shelf ?? []) {
        if (likenessAtMost(ours, pieces) < most) continue
        if (known.nameKey === draft.nameKey || differs(draft, known)) continue
        const score = likeness(ours, pieces)
        if (score >= most) [best, most] = [{ sure: "like", known, because }, score]
      }
    }
    look(this.byPostcode.get(draft.postcode ?? ""), "a like name at the same postcode")
    look(this.byEmail.get(draft.email ?? ""), "a like name with the same email address")
    return best
  }
}

/** Two numbers on one lasting register are two groups, whatever their names. */
function differs(draft: Draft, known: Known) {
  return draft.identifiers.some(
    ({ register, value }) =>
      LASTING.has(register) &&
      known.identifiers.some((other) => other.register === register && other.value !== value),
  )
}

function reachedAlike(draft: Draft, known: Known) {
  return Boolean(
    (draft.email && draft.email === known.email) ||
      (digits(draft.phone) && digits(draft.phone) === digits(known.phone)) ||
      (host(draft.website) && host(draft.website) === host(known.website)),
  )
}
