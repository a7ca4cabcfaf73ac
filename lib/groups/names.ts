/** Words that tell no two groups apart: left out of the key wherever they stand. */
const EMPTY_WORDS = new Set(["the", "and"])

/** Legal endings in full, as they read once accents and punctuation are gone. */
const ENDINGS =
  / (community interest company|charitable incorporated organisation|company limited by guarantee|limited|ltd|cyfyngedig|cyf|cic|cio|scio|cbs|plc|llp|registered charity|charity)$/

/** Spellings that mean the same. */
const SAME_WORDS: Record<string, string> = {
  saint: "st",
  center: "centre",
  assoc: "association",
  assn: "association",
  cttee: "committee",
}

/**
 * A group's name as it is compared: without case, accents, punctuation, "the", "and" and legal endings.
 * "The Café & Garden Ltd." and "cafe and garden" give one key. Never empty for a name that says something.
 */
export function nameKey(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/&/g, " and ")
    .replace(/['’‘`´]/g, "")
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
  if (!plain) return name.trim().toLowerCase()
  let short = plain
  while (ENDINGS.test(short)) short = short.replace(ENDINGS, "")
  const words = short
    .split(" ")
    .filter((word) => !EMPTY_WORDS.has(word))
    .map((word) => SAME_WORDS[word] ?? word)
  return words.join(" ") || plain
}
