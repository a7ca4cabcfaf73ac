/** What UTF-8 looks like when it was read as Windows-1252 and written again: "Ã©" for é, "Â£" for £, "â€™" for ’. */
const TELLS =
  /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|â€[\u0090-\u00bf™œžš“”˜¦¢]|Å[\u0080-\u00bf“”™š‡]/
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

/** The byte that a letter was in Windows-1252; null when it is none of its letters. */
function byteOf(letter: string): number | null {
  const code = letter.codePointAt(0) ?? 0
  const at = WINDOWS.indexOf(letter)
  if (at >= 0) return 0x80 + at
  return code < 0x100 ? code : null
}

/** A cell whose text was encoded twice, as it was meant; null for any other. */
export function mendedText(cell: string): string | null {
  if (!TELLS.test(cell)) return null
  const bytes = [...cell].map(byteOf)
  if (bytes.includes(null)) return null
  try {
    const mended = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes as number[]))
    return mended === cell ? null : (mendedText(mended) ?? mended)
  } catch {
    return null
  }
}
