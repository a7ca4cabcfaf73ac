/** Words of made-up groups and people, and the ways in which lists write things. */
export const PLACES = [
  "Royton",
  "Shaw",
  "Delph",
  "Lees",
  "Mossley",
  "Uppermill",
  "Crompton",
  "Chadderton",
  "Failsworth",
]
export const WORK = [
  "Anglers",
  "Bakers",
  "Choir",
  "Drummers",
  "Elders",
  "Fiddlers",
  "Gardeners",
  "Historians",
  "Knitters",
  "Ramblers",
]
export const FIRST = ["Ann", "Bilal", "Ceri", "Dev", "Ewa", "Farah", "Gil", "Hana", "Ivo", "Jo"]
export const LAST = [
  "Boothroyd",
  "Hussain",
  "Vaughan",
  "Patel",
  "Nowak",
  "Khan",
  "O’Hara",
  "Lindqvist",
  "MacNeil",
  "Okoro",
]

/** Ways of writing each thing, with what is meant; a third part: it is told of. */
export const NAMES: [write: (name: string) => string, read: (name: string) => string][] = [
  [(name) => name, (name) => name],
  [(name) => `  ${name.replace(" ", "  ")} `, (name) => name],
  [(name) => name.toUpperCase(), (name) => name],
  [(name) => `${name.toUpperCase()} LTD`, (name) => `${name} Ltd`],
  [(name) => `${name}\u200b`, (name) => name],
]
export type Way<T> = [written: string, meant: T, named?: true]
export const JOINED: Way<string | null>[] = [
  ["04/06/2019", "2019-06-04"],
  ["4.6.19", "2019-06-04"],
  ["4th June 2019", "2019-06-04"],
  ["2019-06-04", "2019-06-04"],
  ["2019-06-03T23:30:00Z", "2019-06-04"],
  ["43620", "2019-06-04"],
  ["04/06/49", "1949-06-04"],
  ["July 2013", "2013-07-01", true],
  ["12/31/2019", null, true],
  ["31/02/2020", null, true],
  ["2017", null, true],
  ["01/01/2062", null, true],
  ["n/k", null],
  ["", null],
]
export const PHONES: Way<[string | null, string | null]>[] = [
  ["0161 496 0101", ["0161 496 0101", null]],
  ["1614960101", ["0161 496 0101", null]],
  ["7700900108.0", ["07700 900108", null]],
  ["+44 (0)161 496 0101", ["0161 496 0101", null]],
  ["0161 496 0101 / 07700 900108", ["0161 496 0101", "07700 900108"]],
  ["0161 496 0101 ask for Jean", ["0161 496 0101", null], true],
  ["7.70E+09", [null, null], true],
  ["ring the hall", [null, null], true],
  ["", [null, null]],
]
export const POSTCODES: Way<(n: number) => string | null>[] = [
  ["OL# 1AA", (n) => `OL${n} 1AA`],
  ["ol#1aa", (n) => `OL${n} 1AA`],
  ["0L# 1AA", (n) => `OL${n} 1AA`, true],
  ["OL# 1AA?", (n) => `OL${n} 1AA`, true],
  ["OL#", () => null, true],
]
export const INCOMES: Way<[number | null, string | null]>[] = [
  ["£12,500", [1_250_000, "to_25k"]],
  ["12.5k", [1_250_000, "to_25k"]],
  ["Â£12,500", [1_250_000, "to_25k"], true],
  ["5k-10k", [null, "to_10k"]],
  ["about £5,000", [500_000, "to_5k"], true],
  ["nil", [0, "none"]],
  ["1.2E+05", [null, null], true],
  ["ask Jean", [null, null], true],
  ["", [null, null]],
]
export const CHARITY: Way<string | null>[] = [
  ["", null],
  ["Reg. charity no. #", "#"],
  ["#.0", "#"],
  ["N/A", null],
  ["yes", null, true],
]
export const SHARE: Way<boolean | null>[] = [
  ["Yes", true],
  ["x", true],
  ["✓", true],
  ["N", false],
  ["", null],
  ["Ask first", null],
]
export const ABOUTS: Way<string>[] = [
  ["Sings on Tuesdays", "Sings on Tuesdays"],
  ["Sings at the cafÃ©", "Sings at the café", true],
  ["Sings, and dances; also tea", "Sings, and dances; also tea"],
]
export const POSITIONS: [written: string, role: string, title: string | null][] = [
  ["Chair", "chair", null],
  ["Hon. Treasurer", "treasurer", "Hon. Treasurer"],
  ["Caretaker", "contact", "Caretaker"],
  ["", "contact", null],
]
