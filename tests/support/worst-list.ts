import {
  ABOUTS,
  CHARITY,
  FIRST,
  INCOMES,
  JOINED,
  LAST,
  NAMES,
  PHONES,
  PLACES,
  POSITIONS,
  POSTCODES,
  SHARE,
  WORK,
} from "./worst-ways"

/** What a careful clerk makes of a row: the facts, each where it belongs. A column under `named` is told of instead. */
/** Of who joined earlier, the year that ends on 31 March 2027 is meant. */
const lastYear = (joined: string) => (joined > "2026-04-01" ? joined : "2026-04-01")

export type Meant = {
  row: number
  name: string | null
  facts: Partial<{
    postcode: string | null
    address: string | null
    email: string | null
    phone: string | null
    secondPhone: string | null
    about: string
    joinedOn: string | null
    income: number | null
    incomeBand: string | null
    directoryConsent: boolean | null
  }>
  people?: { name: string; email?: string | null; role?: string; title?: string | null }[]
  period?: { kind: string; startsOn: string | null; endsOn: string | null; paid: boolean } | null
  charity?: string | null
  hub?: boolean
  notes?: string
  /** Columns in which something is told of this row. */
  named: string[]
}

const HEADERS = [
  ...[
    "Name of Group",
    "Address line 1",
    "Address 2",
    "Town",
    "Post code",
    "First name",
    "Surname",
    "Position",
  ],
  ...[
    "Contact e-mail",
    "Tel / Mob",
    "Group email",
    "What do they do?",
    "Joined / reg date",
    "Type of membership",
  ],
  ...["Expiry date", "Subs paid", "OK to share?", "Charity No.", "Turnover", "community_hub", "Comments"],
]
type Cells = Partial<Record<(typeof HEADERS)[number], string>>

/** A list of 200 rows such as nobody should keep it, as CSV, and what is meant by each. `shared` is an address of three groups. */
export function worstList() {
  const lines: string[][] = [["OUR GROUPS (do not sort!!)"], [], HEADERS]
  const meant: Meant[] = []
  const add = (cells: Cells) => lines.push(HEADERS.map((header) => cells[header] ?? ""))
  const at = <T>(ways: T[], n: number) => ways[n % ways.length] as T

  for (let n = 0; n < 170; n++) {
    const place = at(PLACES, n)
    const plain = `${place} ${at(WORK, Math.floor(n / PLACES.length))} ${["of the Hill", "in Bloom"][n < 90 ? 0 : 1]}`
    const [write, read] = at(NAMES, n)
    const [joined, joinedOn, joinedNamed] = at(JOINED, n)
    const [phone, [first, second], phoneNamed] = at(PHONES, n)
    const [code, meansCode, codeNamed] = at(POSTCODES, Math.floor(n / 3))
    const postcode = code.replace("#", String(1 + (n % 9)))
    const [turnover, [income, incomeBand], incomeNamed] = at(INCOMES, Math.floor(n / 2))
    const [number, charity, charityNamed] = at(CHARITY, Math.floor(n / 4))
    const registered = String(1_100_000 + n)
    const [share, directoryConsent] = at(SHARE, Math.floor(n / 5))
    const [about, says, aboutNamed] = at(ABOUTS, Math.floor(n / 7))
    const [position, role, title] = at(POSITIONS, Math.floor(n / 6))
    const [given, family] = [at(FIRST, n), at(LAST, Math.floor(n / 10))]
    const named = given && n % 8 !== 7
    const member = n % 4
    const starts = "2026-04-01"
    add({
      "Name of Group": write(plain),
      "Address line 1": `${n} Mill Lane, Flat 3`,
      "Address 2": n % 3 ? "" : "N/A",
      Town: place,
      "Post code": postcode,
      "First name": named ? given : "",
      Surname: named ? family : "",
      Position: named ? position : "",
      "Contact e-mail": named && n % 2 ? `${given}.${n}@people.example`.toUpperCase() : "",
      "Tel / Mob": phone,
      "Group email": n % 5 ? `info${n}@groups.example` : n % 2 ? "none" : "info at group",
      "What do they do?": about,
      "Joined / reg date": member === 0 ? "01/04/2026" : joined,
      "Type of membership": ["Full", "Full member", "", "Gold"][member],
      "Expiry date": member < 2 ? "31/03/2027" : "",
      "Subs paid": member === 0 ? "Y" : "",
      "OK to share?": share,
      "Charity No.": number.replace("#", registered),
      Turnover: turnover,
      community_hub: n % 10 ? "No" : "Yes",
      Comments: n % 6 ? "" : `Rang in May ${n}`,
    })
    const isJoined = member === 0 ? starts : joinedOn
    meant.push({
      row: lines.length,
      name: read(plain),
      facts: {
        postcode: meansCode(1 + (n % 9)),
        address: `${n} Mill Lane, Flat 3, ${place}`,
        email: n % 5 ? `info${n}@groups.example` : null,
        phone: first,
        secondPhone: second,
        about: says,
        joinedOn: isJoined,
        income,
        incomeBand,
        directoryConsent,
      },
      people: named
        ? [
            {
              name: `${given} ${family}`,
              email: n % 2 ? `${given.toLowerCase()}.${n}@people.example` : null,
              role,
              title,
            },
          ]
        : [],
      period:
        member < 2
          ? {
              kind: "Full member",
              startsOn: isJoined && lastYear(isJoined),
              endsOn: "2027-03-31",
              paid: member === 0,
            }
          : member === 3
            ? { kind: "Associate", startsOn: isJoined, endsOn: null, paid: false }
            : null,
      charity: charity === "#" ? registered : null,
      hub: n % 10 === 0,
      notes: n % 6 ? undefined : `Rang in May ${n}`,
      named: [
        ...(joinedNamed && member !== 0 ? ["Joined / reg date"] : []),
        ...(phoneNamed ? ["Tel / Mob"] : []),
        ...(codeNamed ? ["Post code"] : []),
        ...(incomeNamed ? ["Turnover"] : []),
        ...(charityNamed ? ["Charity No."] : []),
        ...(aboutNamed ? ["What do they do?"] : []),
        ...(n % 10 === 0 ? ["Group email"] : []),
      ],
    })
  }
  // Three people of one address.
  for (const n of [0, 1, 2]) {
    const name = `Shared Desk ${["Alpha", "Beta", "Gamma"][n]}`
    add({
      ...{
        "Name of Group": name,
        "Post code": `OL16 ${n + 1}AA`,
        "First name": at(FIRST, n),
        Surname: at(LAST, n),
      },
      "Contact e-mail": "desk@shared.example",
    })
    meant.push({
      ...{ row: lines.length, name, facts: { email: "desk@shared.example" }, named: ["Contact e-mail"] },
      people: [{ name: `${at(FIRST, n)} ${at(LAST, n)}`, email: null }],
    })
  }
  // Ten that stand twice: a closed or poorer row first, a fuller one later.
  for (let n = 0; n < 10; n++) {
    const name = `Twice ${at(WORK, n)} Society`
    add({
      "Name of Group": name,
      "Post code": `M1 ${n}AA`,
      "Tel / Mob": "0161 496 0150",
      "Charity No.": String(1_150_000 + n),
    })
    add({
      ...{
        "Name of Group": n % 2 ? name.toUpperCase() : name,
        "Post code": `M1 ${n}AA`,
        "Charity No.": String(1_150_000 + n),
      },
      ...{ "Group email": `twice${n}@groups.example`, "Tel / Mob": n % 2 ? "0161 496 0151" : "" },
    })
    meant.push({
      row: lines.length,
      name,
      facts: {
        email: `twice${n}@groups.example`,
        phone: n % 2 ? "0161 496 0151" : "0161 496 0150",
        postcode: `M1 ${n}AA`,
      },
      charity: String(1_150_000 + n),
      named: n % 2 ? ["Tel / Mob"] : [],
    })
  }
  // What is no group.
  lines.push([...HEADERS])
  meant.push({ row: lines.length, name: null, facts: {}, named: ["Name of Group"] })
  for (const name of ["", "TOTAL", "193 groups", "#REF!", "???"]) {
    add({ "Name of Group": name, Town: "Oldham" })
    meant.push({ row: lines.length, name: null, facts: {}, named: ["Name of Group"] })
  }
  add({ "Name of Group": "Last of All", "Post code": "M2 1AA" })
  meant.push({ row: lines.length, name: "Last of All", facts: { postcode: "M2 1AA" }, named: [] })
  const quoted = (cell: string) =>
    /[",;\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell
  const text = lines.map((cells) => cells.map(quoted).join(";")).join("\r\n")
  return { text, rows: lines.length - 3, meant, headers: HEADERS }
}
