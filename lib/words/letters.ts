const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" })

/** What a reader counts as letters: an accent or a skin tone belongs to what it stands on. */
export const lettersOf = (text: string): string[] =>
  [...graphemes.segment(text)].map(({ segment }) => segment)
