/** A name in capitals only, as registers write it, in small letters with capitals where they belong. */
export function easyName(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, "")
  if (letters.length < 8 || letters !== letters.toUpperCase() || !/\s/.test(name)) return name
  const small = new Set([
    "and",
    "of",
    "the",
    "for",
    "in",
    "on",
    "at",
    "to",
    "a",
    "an",
    "by",
    "with",
    "de",
    "y",
    "yr",
    "a'r",
  ])
  const initials =
    /^(?:(?!ST$|MR$|DR$|STH$)[^AEIOUY]{2,5}|YMCA|RSPCA|RSPB|BAME|LGBTQ?|CIO|CIC|CVS|WI|PTA|PTFA|UK|NW|FC|AFC|CC|RUFC|RLFC|U3A|NHS|ME|MS|[IVX]+)$/
  return name
    .split(/(\s+|[-/(])/)
    .map((word, at) => {
      if (!/\p{L}/u.test(word) || initials.test(word.replace(/[^\p{L}]/gu, "")) || /\./.test(word))
        return word
      const lower = word.toLowerCase()
      if (at > 0 && small.has(lower)) return lower
      return lower
        .replace(/^(\P{L}*)(\p{L})/u, (_all, before: string, first: string) => before + first.toUpperCase())
        .replace(/^(Mc|O['’])(\p{Ll})/u, (_all, before: string, next: string) => before + next.toUpperCase())
    })
    .join("")
}
