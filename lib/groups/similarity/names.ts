import { nameKey as nameKeyOf } from "../names"

/** What clubs and charities shorten, in full. */
const SHORT: Record<string, string> = {
  fc: "football club",
  afc: "football club",
  jfc: "junior football club",
  cc: "cricket club",
  rfc: "rugby football club",
  rufc: "rugby union football club",
  rlfc: "rugby league football club",
  arlfc: "amateur rugby league football club",
  ltc: "lawn tennis club",
  abc: "amateur boxing club",
  bc: "bowling club",
  gc: "golf club",
  hc: "hockey club",
  jnr: "junior",
  juniors: "junior",
  u3a: "university third age",
  pta: "parent teacher association",
  ptfa: "parent teacher friend association",
  pcc: "parochial church council",
  wi: "women institute",
  cab: "citizen advice bureau",
  soc: "society",
  street: "st",
  road: "rd",
}

/** Words that one name may have and the other not, and still mean the same group. */
const LOOSE = new Set(
  "club union lawn association of for in at charity charitable trust fund society group company incorporated uk gb cio cic scio amateur social sport registered project organisation".split(
    " ",
  ),
)

/** Words that many groups have: a name of these alone says nothing without an address. */
const COMMON = new Set(
  "recreation ground playing field village hall church chapel land war memorial united charity poor parish council school fuel allotment relief need almshouse scout guide women men institute community centre youth friend resident tenant mother toddler playgroup pre nursery parent teacher junior senior football cricket tennis bowling rugby hockey golf art choir band theatre drama history garden food bank pantry day care carer support help local district town".split(
    " ",
  ),
)

/** Who a part of a club is for: two parts of one club are two groups. */
const WHO = new Set(
  "men man women woman lady ladie gent gentlemen girl boy junior senior youth veteran vet over under reserve first second third colt disabled mixed".split(
    " ",
  ),
)

/** A name, ready to be held against others. */
export type Name = {
  /** The words outside brackets, when those inside only say where: "Scholes CC (Holmfirth)". */
  main: string[] | null
  /** Without spaces: "cr icket" and "cricket" are one. */
  compact: string
  words: string[]
  /** The words that tell it apart, in order of the alphabet. */
  core: string
  /** Whether any of them is rare enough to mean one group wherever it is. */
  telling: boolean
}

const singular = (word: string) =>
  word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word

/** The words of a name key: short forms in full, single letters joined, plurals as singulars. */
function wordsOf(nameKey: string): string[] {
  const joined = nameKey.replace(/\b[a-z](?: [a-z]\b)+/g, (letters) => letters.replaceAll(" ", ""))
  return joined
    .split(" ")
    .flatMap((word) => (SHORT[word] ?? word).split(" "))
    .map(singular)
}

const tells = (words: string[]) =>
  words.some((word) => !LOOSE.has(word) && word.length > 2 && !COMMON.has(word))

/** The words outside the brackets of a name, when those inside only say where and the others are enough to tell it. */
function mainOf(name: string | undefined): string[] | null {
  const [, before = "", inside = "", after = ""] = /^(.*?)\(([^()]+)\)([^()]*)$/.exec(name ?? "") ?? []
  if (!inside) return null
  const place = wordsOf(nameKeyOf(inside))
  const main = wordsOf(nameKeyOf(`${before} ${after}`))
  return tells(main) && place.every((word) => !WHO.has(word) && !COMMON.has(word) && !/\d/.test(word))
    ? main
    : null
}

/** Reads a name key (lib/groups/names.ts), and the name itself for what stands in brackets. */
export function readName(nameKey: string, name?: string): Name {
  const words = wordsOf(nameKey)
  const core = [...new Set(words.filter((word) => !LOOSE.has(word)))].sort()
  return {
    compact: words.join(""),
    words,
    core: core.join(" "),
    telling: tells(core),
    main: mainOf(name),
  }
}

/** "debating", "debaters" and "debate" without their endings. */
const stem = (word: string) => word.replace(/(ing|ers?|ors?|ion|e|ed)$/, "")
const sameStem = (one: string, other: string) => stem(one).length > 4 && stem(one) === stem(other)

/** Whether one slip of the pen makes one word of the other (two in a long one). Numbers are never slips. */
function slipped(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || one[0] !== other[0] || /\d/.test(one + other)) return false
  const allowed = Math.min(one.length, other.length) >= 10 ? 2 : 1
  if (Math.abs(one.length - other.length) > allowed) return false
  let before = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const change = (before[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1)
      row.push(Math.min(change, (before[j] as number) + 1, (row[j - 1] as number) + 1))
    }
    before = row
  }
  return (before[other.length] as number) <= allowed
}

/** `same`: the same words. `nearly`: but for loose words, or for where it is. `slip`: but for a slip of the pen. Null: two names. */
export function alike(a: Name, b: Name): "same" | "nearly" | "slip" | null {
  if (a.compact === b.compact) return "same"
  if (a.core === b.core) return a.core ? "nearly" : null
  const whole = alikeWords(a.words, b.words)
  if (whole) return whole
  // In brackets on one side only it says where; on both it tells two branches apart.
  if ((a.main === null) === (b.main === null)) return null
  return alikeWords(a.main ?? a.words, b.main ?? b.words) ? "nearly" : null
}

function alikeWords(a: string[], b: string[]): "nearly" | "slip" | null {
  const left = [...b]
  const over: string[] = []
  let slips = 0
  for (const word of a) {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    else over.push(word)
  }
  for (const word of over) {
    const at = left.findIndex((other) => slipped(word, other) || sameStem(word, other))
    if (at >= 0) slips += left.splice(at, 1).length
    else if (!LOOSE.has(word)) return null
  }
  if (left.some((word) => !LOOSE.has(word)) || slips > 1) return null
  return slips > 0 ? "slip" : "nearly"
}

/** The core of a name without what stands in brackets, by which it is looked for as well. */
export const mainCore = ({ main, core }: Name) =>
  main ? [...new Set(main.filter((word) => !LOOSE.has(word)))].sort().join(" ") : core
