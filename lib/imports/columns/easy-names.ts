import { say } from "../../words"

const SMALL = new Set(
  say("and of the for in on at to a an by with from upon de la le y yr a'r cum or").split(" "),
)

/** Short forms with a vowel in them; those without one are known by that. */
const SHORT_FORMS = new Set(
  "YMCA YWCA RSPCA BAME BME LGBTQ LGBTQIA CIO CIC SCIO WI PTA PTFA PTSA UK USA EU UN AFC ARLFC U3A ME MS ADHD ABC ASD ATC AIDS HIV RAF RAFA RNIB RNLI SEN SEND DIY CAB CAMHS ESOL OAP WEA YHA YFC SSAFA UNICEF CAFOD CAMRA AA TA IT".split(
    " ",
  ),
)
SHORT_FORMS.delete("IT")

/** Shortened words without a vowel: they are words all the same. */
const WORDS = new Set(
  "ST MR MRS DR STH NTH LTD INC ASSN LANCS LINCS GTR SQN JNR SNR RD PK CTR GRP SQ CH HSE NR".split(" "),
)

/** Three consonants that begin or end a word in English; others are somebody's initials. */
const BEGINS = /^(s[chpt]r|sch|sq[vw]|shr|spl|sph|thr|chr|phr)/i
const ENDS =
  /(ght|[nrtl]ch|chs|lsh|[nrlwd]th|[lnr]ds|[lnr]ks|ngs|[clnpfrs]ts|lls|rls|r[mnpb]s|rs[ht]|cks|sks|sps|ths|tts|wns|wls|ffs|mp[ts]|xth|l[mp]s|bbs|dds|ggs|nns|pps|hns|ntz|rtz|ltz|gth|ngth|mbs|ngh|cht|lf[et]|rld|rst|nst|tsch|lph|rgh|nsch|ncs|bbw|wks|ghs|wyd)$/i

/** Whether a word in capitals, letters only, is initials and stays as it is. */
function isInitials(letters: string, initials: string): boolean {
  if (WORDS.has(letters)) return false
  if (SHORT_FORMS.has(letters) || /^[IVX]+$/.test(letters)) return true
  if (letters.length >= 3 && initials.includes(letters)) return true
  if (/^[^AEIOUY]{2,5}$/.test(letters)) return true
  return (
    letters.length <= 5 &&
    ((/^[^AEIOUY]{3}/.test(letters) && !BEGINS.test(letters)) ||
      (/[^AEIOUY]{3}$/.test(letters) && !ENDS.test(letters)))
  )
}

const capital = (word: string) =>
  word
    .toLowerCase()
    .replace(/^(\P{L}*)(\p{L})/u, (_all, before: string, first: string) => before + first.toUpperCase())
    .replace(
      /^(\P{L}*(?:Mc|O['’]|D['’]|L['’]))(\p{Ll})/u,
      (_all, before: string, next: string) => before + next.toUpperCase(),
    )

/** A name in capitals only, as registers write it, in small letters with capitals where they belong. */
export function easyName(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, "")
  if (letters.length < 8 || letters !== letters.toUpperCase() || !/\s/.test(name)) return name
  const words = name.split(/(\s+|[-/(&+.]+(?=\p{L}{2})|[-/(&+])/u)
  const whole = name.split(/[^\p{L}\p{N}'’]+/u).filter((word) => !/^(OF|THE|AND|FOR|IN)$/.test(word))
  const initialsBut = (bare: string) => whole.map((word) => (word === bare ? " " : word[0])).join("")
  const isLetter = (at: number) =>
    /^\P{L}*\p{L}\P{L}*$/u.test(words[at] ?? "") && !/['’]/.test(words[at] ?? "")
  return words
    .map((word, at) => {
      const bare = word.replace(/[^\p{L}]/gu, "")
      if (!bare) return word
      if (/^\P{L}*\d+(ST|ND|RD|TH|['’]?S)\b/u.test(word)) return word.toLowerCase()
      // One letter beside another is somebody's initials, "A H Worth"; by itself it may be the word.
      if (isLetter(at)) {
        const stands = isLetter(at - 2) || isLetter(at + 2)
        return bare === "A" && at > 0 && !stands ? word.toLowerCase() : word
      }
      if (/\p{L}\.\p{L}/u.test(word)) return word
      const lower = word.toLowerCase()
      const first = at === 0 || /[(:]$/.test(words[at - 1] ?? "")
      if (!first && (SMALL.has(lower) || (lower === "under" && words[at - 1] === "-"))) return lower
      const [, stem = word, possessive = ""] = /^(.+?)(['’]S\P{L}*)$/u.exec(word) ?? []
      const shown = stem.replace(/[^\p{L}]/gu, "")
      if (isInitials(shown, initialsBut(shown))) return stem + possessive.toLowerCase()
      return capital(word)
    })
    .join("")
}
