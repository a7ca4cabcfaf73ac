const TITLES =
  /^(mr|mrs|ms|miss|mx|dr|rev|revd|reverend|cllr|councillor|prof|sir|dame|lady|canon|fr|father|sister)$/

/** First names and what they are called for short: one may stand for the other. */
const SHORT = [
  "robert bob rob bobby",
  "william bill will billy liam",
  "richard dick rick rich",
  "james jim jimmy jamie",
  "john jack johnny jon",
  "margaret maggie peggy meg marge",
  "elizabeth liz beth betty lizzie eliza",
  "catherine katherine kathryn kate cath kath katie kathy cathy",
  "patricia pat trish tricia",
  "patrick pat paddy",
  "michael mike mick",
  "david dave",
  "christopher chris",
  "christine christina chris tina",
  "susan sue susie",
  "joanne joanna jo",
  "anthony tony",
  "andrew andy drew",
  "thomas tom tommy",
  "stephen steven steve",
  "peter pete",
  "kenneth ken",
  "geoffrey jeffrey geoff jeff",
  "barbara barb babs",
  "deborah debbie deb",
  "jennifer jenny jen",
  "jacqueline jackie jacqui",
  "alexander alexandra alex sandy",
  "edward ed eddie ted",
  "charles charlie",
  "nicholas nick",
  "matthew matt",
  "daniel dan danny",
  "samuel samantha sam",
  "benjamin ben",
  "philip phillip phil",
  "ronald ron",
  "donald don",
  "victoria vicky vicki",
  "rebecca becky becca",
  "mohammed muhammad mohamed mohammad mohd md",
].map((line) => new Set(line.split(" ")))

/** The words of a name without titles, accents and marks. */
const wordsOf = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .replace(/['’‘`-]/g, "")
    .split(/[^\p{L}]+/u)
    .filter((word) => word && !TITLES.test(word))

const sameFirst = (one: string, other: string) =>
  one === other ||
  ((one.length === 1 || other.length === 1) && one[0] === other[0]) ||
  SHORT.some((names) => names.has(one) && names.has(other))

/**
 * Whether two names may be one person's: "Dr Bob Ray", "R. Ray", "Robert J Ray" and "Robert" are, "Ann Ray" is not. Only
 * for names that already share something, such as an address.
 */
export function samePerson(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length === 0 || b.length === 0) return false
  if (a.length === 1 || b.length === 1) {
    const [[only = ""], whole] = a.length === 1 ? [a, b] : [b, a]
    return sameFirst(only, whole[0] ?? "") || (only.length > 1 && whole.at(-1) === only)
  }
  return a.at(-1) === b.at(-1) && sameFirst(a[0] ?? "", b[0] ?? "")
}

/** Whether an address looks like somebody's own: "ann.boo@" and "a.boothroyd@" of Ann Boothroyd. */
export function looksLikeTheirs(email: string, name: string): boolean {
  const local = (email.split("@")[0] ?? "").normalize("NFKD").replace(/[^\p{L}]/gu, "")
  const words = wordsOf(name)
  return words.some(
    (word, at) => word.length > 2 && (local.includes(word) || (at === 0 && local.startsWith(word))),
  )
}

/** Whether an address is an office's and nobody's own: "info@", "chair@", "hello08@". */
export const isOffice = (email: string) =>
  /^(info|hello|hi|contact|contactus|enquir(y|ies)|inquiries|admin|office|mail|email|post|chair|chairman|chairperson|secretary|sec|treasurer|clerk|team|committee|trustees|members(hip)?|club|help|support|bookings?|general|reception|manager|volunteers?)[-._]?\d*@/i.test(
    email,
  )

/** A name as two are compared: the same for "Dr Zoë O’Hara" and "zoe ohara". Null for one word: too many have it. */
export function personKey(name: string): string | null {
  const words = wordsOf(name)
  return words.length > 1 ? words.join(" ") : null
}
