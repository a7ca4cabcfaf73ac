import { readFileSync } from "node:fs"
import path from "node:path"
import { Blob, Face } from "harfbuzzjs"
import { ROOT } from "./paths.mjs"

/**
 * The fonts of every document, as packages bring them, so that every machine prints the same: Latin with Welsh and Polish,
 * Greek and Cyrillic first. Arabic is Vazirmatn's, because text can be copied out of it whole: Noto's are drawn in pieces.
 */
const FILES = {
  "Noto Sans": [
    "noto-sans/400Regular/NotoSans_400Regular.ttf",
    "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
    "noto-sans/700Bold/NotoSans_700Bold.ttf",
    "noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf",
  ],
  Vazirmatn: ["vazirmatn/400Regular/Vazirmatn_400Regular.ttf", "vazirmatn/700Bold/Vazirmatn_700Bold.ttf"],
  "Noto Sans Bengali": ["noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf"],
  "Noto Sans Gujarati": ["noto-sans-gujarati/400Regular/NotoSansGujarati_400Regular.ttf"],
  "Noto Sans Gurmukhi": ["noto-sans-gurmukhi/400Regular/NotoSansGurmukhi_400Regular.ttf"],
  "Noto Sans Hebrew": ["noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf"],
  "Noto Sans Tamil": ["noto-sans-tamil/400Regular/NotoSansTamil_400Regular.ttf"],
  "Noto Sans Symbols 2": ["noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf"],
  "Noto Emoji": ["noto-emoji/400Regular/NotoEmoji_400Regular.ttf"],
}

const read = (file) => readFileSync(path.join(ROOT, "node_modules", "@expo-google-fonts", file))
const fonts = Object.values(FILES).map((files) => files.map(read))

/** Their families, in the order in which a sign is looked for. */
export const FAMILIES = Object.keys(FILES)
/** The font files themselves. */
export const FONTS = fonts.flat()

// The first file of a family tells which signs the family has.
const known = new Set(
  fonts.flatMap(([first]) => [
    ...new Face(
      new Blob(first.buffer.slice(first.byteOffset, first.byteOffset + first.length)),
    ).collectUnicodes(),
  ]),
)
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\s]$/u

/** The signs of a text that none of the fonts has. Typst may not meet them: it has stopped on some that are read from right to left. */
export const unknownIn = (text) => [
  ...new Set([...text].filter((sign) => !known.has(sign.codePointAt(0)) && !UNSEEN.test(sign))),
]
