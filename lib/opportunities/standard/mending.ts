import { decodeHTMLStrict } from "entities"
import { mendedText } from "../../imports/columns/twice-encoded"

/** Words that end in "rn", also behind what may stand before them: "overturn", "Blackburn". */
const ENDS_IN_RN =
  /(?:born|bourn|burn|horn|thorn|corn|turn|learn|barn|worn|sworn|torn|shorn|lorn|adorn|mourn|sojourn|adjourn|spurn|churn|cairn|bairn)$/
const WHOLE_WORDS = new Set(
  (
    "modern northern southern eastern western northeastern northwestern southeastern southwestern midwestern pattern concern govern intern " +
    "extern stern astern fern tern lantern cavern tavern cistern lectern discern bittern quern postern subaltern slattern postmodern premodern " +
    "earn yarn darn warn forewarn urn kern scorn morn porn forlorn saturn nocturn taciturn auburn return downturn upturn " +
    "malvern severn bern lucern redfern ahern hearn dorn zorn wern llanwern gwern cadarn sarn carn arn dwrn asgwrn haearn teyrn " +
    "chwefrn hern vern lorn narn barn"
  ).split(" "),
)

/** Whether a word is itself one with "rn" behind its vowel, and no word with a lost line break. */
const isWord = (word: string) => WHOLE_WORDS.has(word.toLowerCase()) || ENDS_IN_RN.test(word.toLowerCase())

const isAddress = (piece: string) => /:\/\/|^www\.|@/.test(piece)

/** No word has it twice. */
const TWICE = /(?:rn){2,}/g
/** Between a small letter and a capital: "VisitsrnAll", but not "LearnDirect". */
const BEFORE_CAPITAL = /rn(?=[A-Z])/g
/** At the end of a word, behind a vowel: "Softwarern", but not "pattern". */
const BEHIND_VOWEL = /(?<=[aeiouwy])rn(?![A-Za-z\d])/g

const LONGEST_WORD = 40
/** The letters before a place in a text, as far as a word of ours is long. */
const lettersBefore = (text: string, at: number) =>
  /[A-Za-zÀ-ž]*$/.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? ""
/** Puts a line break for "rn" where the word that ends with it is none of its own. */
const brokenUnlessWord = (text: string, sign: RegExp) =>
  text.replace(sign, (all: string, at: number) => (isWord(`${lettersBefore(text, at)}rn`) ? all : "\n"))

/** These stand between pieces of text, and never inside an address. */
const SURE_OUTSIDE: [RegExp, string][] = [
  // At the beginning of a word no word begins so, but for “rna”.
  [/(?<![A-Za-z\d])rn(?!a\b)/g, "\n"],
  // Behind a figure or a capital at the end.
  [/(?<=[\dA-Z])rn(?![a-z])/g, "\n"],
  // Behind a consonant: "worksrn", "inrnprocessing".
  [/(?<=[b-df-hj-np-tvxz])rn/g, "\n"],
]
const AT_ITS_START = /^rn(?=https?:|www\.)/
/** Behind the mark of a list "\t" has become "t": "•tChildren", "(b)t Construction". */
const LOST_TAB = /(?<=[•·–—-]\s?|\([a-z\d]{1,3}\)\s?)t(?=[A-Z(]|\s[A-Z])/g
const AT_ITS_END = /(?<=[\dA-Zb-df-hj-np-tvxz/.,;)])rn$/

/** A piece of text without blanks in it, and whether a line break that was certainly lost stood in it. */
function mendPiece(piece: string): string {
  return brokenUnlessWord(piece.replace(TWICE, "\n\n"), BEFORE_CAPITAL)
    .split(/(\n+)/)
    .map((part) =>
      isAddress(part)
        ? part.replace(AT_ITS_START, "\n").replace(AT_ITS_END, "\n")
        : SURE_OUTSIDE.reduce((text, [sign, line]) => text.replace(sign, line), part),
    )
    .join("")
}

/**
 * Puts back line breaks that a publisher has lost, so that "\r\n" has become "rn": "Visitsrnrn", "servicesrn The". Only where
 * "rn" can be nothing else, and behind a vowel ("Softwarern") only in a text that has lost others, in what is no word of its own.
 */
export function lineBreaksMended(text: string): string {
  const pieces = text.split(/(\s+)/)
  const mended = pieces.map(mendPiece)
  if (mended.every((piece, at) => piece === pieces[at])) return text
  return mended
    .map((piece) => (isAddress(piece) ? piece : brokenUnlessWord(piece, BEHIND_VOWEL)))
    .join("")
    .replace(LOST_TAB, " ")
}

/**
 * A text as people read it: letters that were encoded twice and lost line breaks are mended, marks of HTML are gone, and no
 * more than one blank or empty line stands anywhere.
 */
export function cleaned(text: string): string {
  const plain = decodeHTMLStrict(mendedText(text) ?? text)
    .replace(/<(?:br|\/p|\/li|\/div|\/h\d)\s*\/?>/gi, "\n")
    .replace(/<li[^>]*>/gi, "\n- ")
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, " ")
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are taken out
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u200b\ufeff]/g, "")
  return lineBreaksMended(plain)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/** The same in one line. */
export const cleanedLine = (text: string) => cleaned(text).replace(/\s+/g, " ")
