import { writeOds } from "hucre/ods"
import { writeXlsx } from "hucre/xlsx"

type Value = string | number | Date | null
/** What is wrong in a cell: sheet, row as a person counts it, header, and words that the sentence about it must have. */
type Planted = { sheet: string; row: number; column: string; says: RegExp }

const HEADERS = [
  "Organisation ",
  "Charity No.",
  "Address",
  "Post Code",
  "E-mail",
  "Tel",
  "Contact name",
  "Chair",
  "Chair email",
  "Treasurer phone",
  "Treasurer name",
  "Secretary name",
  "Annual income",
  "Date joined",
  "Volunteers",
  "Status",
  "Favourite biscuit",
]
const at = (header: string) => HEADERS.indexOf(header)

/** A row of the first sheet: what is said by header, the rest as it should be. */
function row(name: string, n: number, values: Record<string, Value> = {}): Value[] {
  const usual: Record<string, Value> = {
    "Organisation ": name,
    "Post Code": `OL${1 + (n % 9)} ${n % 9}${"ABDEFGHJLN"[n % 10]}${"PQRSTUWXYZ"[Math.floor(n / 10) % 10]}`,
    "Favourite biscuit": "Digestive",
  }
  for (const [header, value] of Object.entries({ ...usual, ...values })) usual[header] = value
  return HEADERS.map((header) => usual[header] ?? null)
}

/** The faulty cells of the first sheet: header, what stands there, and what must be said about it. */
const FAULTS: [string, Value, RegExp][] = [
  ["Post Code", "M1 1AA?", /read as M1 1AA/],
  ["Post Code", "OL6 7", /only part of a postcode/],
  ["Post Code", "see notes", /not a UK postcode/],
  ["Post Code", "M1 1AE / OL1 1AB", /2 postcodes\. M1 1AE was taken, not OL1 1AB/],
  ["Post Code", "0L8 2QQ", /read as OL8 2QQ/],
  ["Post Code", "Oldham", /not a UK postcode/],
  ["Date joined", "32/01/2020", /not a date/],
  ["Date joined", "12/31/2019", /American way round/],
  ["Date joined", "Jan 2019", /first of the month/],
  ["Date joined", "2017", /only a year/],
  ["Date joined", "29.2.23", /not a date/],
  ["Date joined", "when Jean retired", /not a date/],
  ["Date joined", "01/01/0219", /not a date/],
  ["E-mail", "a@x.example; b@x.example", /a@x\.example was taken as the group’s, not b@x\.example/],
  ["E-mail", "email changed see below", /not an email address/],
  ["E-mail", "info@nodomain", /not an email address/],
  ["E-mail", "info@two.example (old: old@two.example)", /info@two\.example was taken/],
  ["E-mail", "info at three.example", /not an email address/],
  ["E-mail", "info@four.example ask for Jean", /“ask for Jean” is beside/],
  ["Tel", "0161 CALL JEAN", /not a telephone number/],
  ["Tel", "1.61E+09", /not a telephone number/],
  ["Tel", "ex-directory", /not a telephone number/],
  ["Tel", "0161 496 0101 / 0161 496 0102 / 07700 900103", /3 numbers/],
  ["Annual income", "about £5,000", /read as £5,000/],
  ["Annual income", "10-20k", /not an amount/],
  ["Annual income", "(500)", /not an amount/],
  ["Annual income", "12.500,00", /not an amount/],
  ["Annual income", "lottery", /not an amount/],
  ["Annual income", "#REF!", /fault here/],
  ["Volunteers", "a few", /not a whole number/],
  ["Volunteers", "10-15", /not a whole number/],
  ["Charity No.", "applied for", /not a charity number/],
  ["Charity No.", "12", /not a charity number/],
  ["Contact name", "Mary Jones & Peter Smith", /2 people in this cell: Mary Jones, Peter Smith/],
  ["Contact name", "Asha Patel (chair) / Tom Lee (treasurer)", /2 people in this cell: Asha Patel, Tom Lee/],
  ["Contact name", "Joan & Albert Hall", /Joan Hall, Albert Hall/],
  ["Contact name", "see notes", /not a person’s name/],
  ["Contact name", "07700 900104", /not a person’s name/],
  ["Chair", "VACANT", /not a person’s name/],
  ["Chair email", "chair@lonely.example", /no name for this person/],
  ["Treasurer phone", "same as above", /not a telephone number/],
  ["Status", "purple", /no stage/],
  ["Address", "", /$^/],
]

/** Names as people write them; each comes in as the second says. */
export const NAMES: [string, string][] = [
  ["  Trailing Spaces Club   ", "Trailing Spaces Club"],
  ["Hard\u00a0Space\u00a0Singers\u00a0", "Hard Space Singers"],
  ["Zero\u200bWidth\u200d Walkers\ufeff", "ZeroWidth Walkers"],
  ["Cymdeithas Tŷ Gŵyr Llŷn", "Cymdeithas Tŷ Gŵyr Llŷn"],
  ["Tŷ Newydd Cafe\u0301", "Tŷ Newydd Café"],
  ["👨‍👩‍👧 Dads’ Club 🎉", "👨‍👩‍👧 Dads’ Club 🎉"],
  ["Two\nLines\tGroup", "Two Lines Group"],
  ["ALL CAPITALS OF SADDLEWORTH", "All Capitals of Saddleworth"],
  ["@Home Befrienders", "@Home Befrienders"],
  ["-Minus Sign Gardeners", "-Minus Sign Gardeners"],
  ["O’Brien “Quoted”, Ltd; (Oldham)", "O’Brien “Quoted”, Ltd; (Oldham)"],
  ["1st Oldham Scouts", "1st Oldham Scouts"],
  ["Total Recovery Oldham", "Total Recovery Oldham"],
  ["نادي الأمل", "نادي الأمل"],
]

/** Rows that cannot be a group at all. */
const IMPOSSIBLE: [Value, RegExp][] = [
  [null, /no name/],
  ["---", /no name/],
  ["N/K", /no name/],
  ["=VLOOKUP(A2,Sheet2!A:B,2,0)", /formula here/],
  ["#REF!", /fault here/],
]

/** Doubles of earlier rows: what both rows say, and why they are the same or alike. */
const DOUBLES: [Record<string, Value>, Record<string, Value>, "same" | "like"][] = [
  [
    { "Organisation ": "Alpha Aid", "Charity No.": 1190101 },
    { "Organisation ": "Alpha Aid Society", "Charity No.": " 1190101 " },
    "same",
  ],
  [
    { "Organisation ": "Beta and Sons Ltd", "Post Code": "OL1 4AA" },
    { "Organisation ": "The Beta & Sons Limited", "Post Code": "ol14aa" },
    "same",
  ],
  [
    { "Organisation ": "Gamma Gardeners", "Post Code": "OL1 5AA" },
    { "Organisation ": "Gamma Gardeners", "Post Code": "OL9 5BB" },
    "like",
  ],
  [
    { "Organisation ": "Delta Debating", "Post Code": "OL1 6AA", "E-mail": "hi@delta.example" },
    { "Organisation ": "Delta Debate", "Post Code": "OL9 6BB", "E-mail": "HI@delta.example" },
    "like",
  ],
  [
    { "Organisation ": "Epsilon Elders CIC", "Post Code": "OL1 7AA", Tel: "0161 496 0105" },
    { "Organisation ": "Epsilon Elders", "Post Code": "OL9 7BB", Tel: "+44 161 496 0105" },
    "same",
  ],
]

/** How many rows there are in all, titles and headers not counted. */
export const MESSY_ROWS = 234
const SECOND = 40

function membersSheet() {
  const planted: Planted[] = []
  const rows: Value[][] = [
    ["Oldham Forum: members as at 1.4.2025 (Jean’s copy - DO NOT DELETE)"],
    [],
    ["Ask Jean before you change anything", null, null, "updated 3/4/25"],
    HEADERS,
  ]
  const says = (column: string, form: RegExp) =>
    planted.push({ sheet: "Members 24-25", row: rows.length, column: column.trim(), says: form })
  let n = 0
  for (const [header, value, form] of FAULTS) {
    rows.push(
      row(
        `Faulty ${["Anglers", "Bakers", "Choir", "Drummers", "Elders"][n % 5]} No ${++n} of ${header.trim()}`,
        n,
        { [header]: value },
      ),
    )
    if (value !== "") says(header, form)
  }
  for (const [written] of NAMES) rows.push(row(written, ++n))
  rows.push(row(`${"Longest ".repeat(50)}`.slice(0, 400), ++n))
  says("Organisation", /400|399/)
  for (const [value, form] of IMPOSSIBLE) {
    rows.push(row(value as string, ++n))
    says("Organisation", form)
  }
  for (const [one, other] of DOUBLES) {
    rows.push(row("", ++n, one), [], row("", ++n, other))
    says("Name", /This may be/)
  }
  rows.push(HEADERS.map((header) => header))
  says("Organisation", /headers once more/)
  const fine: Record<string, Value>[] = [
    { "Date joined": new Date(Date.UTC(2019, 5, 4)), "Annual income": "£12k" },
    { "Date joined": 43_620, "Annual income": "12,500.00" },
    { "Date joined": "4.6.19", "Annual income": "£1.2m" },
    { "Date joined": "04/06/2019", "Annual income": 12500 },
    { "Date joined": "4th June 2019", "Annual income": "N/K", Volunteers: "nil" },
    { "Date joined": "?", "Annual income": "nil", Volunteers: "none" },
    { "Date joined": "4-Jun-19", Tel: 1614960106, "Charity No.": "1190102" },
    { "E-mail": "Mary <mary@x.example>", Tel: "0161 496 0107 or 07700 900108" },
    {
      Chair: "Cara Chair",
      "Chair email": "cara@x.example",
      "Treasurer name": "Tia Till",
      "Treasurer phone": "07700 900109",
      "Secretary name": "Sam Scribe",
    },
  ]
  for (const text of fine) rows.push(row(`Fine Group ${++n}`, n, text))
  const last = MESSY_ROWS - SECOND - 1 - (rows.filter((cells) => cells.length > 4).length - 1)
  for (let more = 0; more < last; more++) rows.push(row(`Plain Group of Street ${++n}`, n))
  rows.push(["TOTAL", null, null, null, null, null, null, null, null, null, null, null, 123456])
  says("Organisation", /looks like a total/)
  return { rows, planted }
}

/** The second sheet: two lines of headers, the upper one merged over three columns. */
function clubsSheet() {
  const planted: Planted[] = []
  const rows: Value[][] = [
    ["Clubs and societies"],
    ["Club", "Postcode", "Chair", null, null, "Treasurer", null, null, "Contact"],
    [null, null, "Name", "Email", "Phone", "Name", "Email", "Phone", null],
  ]
  for (let n = 0; n < SECOND; n++) {
    const broken = n === 7
    rows.push([
      `Society No ${n} for ${["Bees", "Trams", "Bells", "Looms"][n % 4]}`,
      `OL${1 + (n % 9)} 9${"ABDEFGHJLN"[n % 10]}A`,
      `Chris Chair ${"ABCDEFGHJK"[n % 10]}ee`,
      `chair${n}@clubs.example`,
      broken ? "none of your business" : "0161 496 0110",
      `Terry Till ${"ABCDEFGHJK"[n % 10]}ee`,
      null,
      null,
      null,
    ])
    if (broken)
      planted.push({ sheet: "Clubs", row: rows.length, column: "Chair Phone", says: /not a telephone/ })
  }
  return { rows, planted }
}

/** A workbook such as Jean keeps it: notes first, then two sheets of groups, 234 rows, and every fault known. */
export function messyBook() {
  const [members, clubs] = [membersSheet(), clubsSheet()]
  return {
    planted: [...members.planted, ...clubs.planted],
    doubles: DOUBLES.length,
    impossible: IMPOSSIBLE.length + 2,
    second: SECOND,
    column: at,
    sheets: [
      {
        name: "READ ME",
        rows: [["Notes"], ["Sheet 2 is the list, sheet 3 the clubs."], [], ["Jean, 3 April"]] as Value[][],
      },
      {
        name: "Members 24-25",
        rows: members.rows,
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 6 }],
      },
      {
        name: "Clubs",
        rows: clubs.rows,
        merges: [
          { startRow: 1, startCol: 2, endRow: 1, endCol: 4 },
          { startRow: 1, startCol: 5, endRow: 1, endCol: 7 },
        ],
      },
    ],
  }
}

export const messyXlsx = () => writeXlsx({ sheets: messyBook().sheets })
export const messyOds = () => writeOds({ sheets: messyBook().sheets })

const plain = (value: Value) =>
  value instanceof Date ? value.toLocaleDateString("en-GB", { timeZone: "UTC" }) : String(value ?? "")

/** One sheet as text, as Excel saves it. */
export const messyCsv = (sheet: number, mark = ",") =>
  (messyBook().sheets[sheet]?.rows ?? [])
    .map((cells) => cells.map((value) => `"${plain(value).replace(/"/g, '""')}"`).join(mark))
    .join("\r\n")
