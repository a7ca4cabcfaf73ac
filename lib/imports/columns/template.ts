import type { Field as Question } from "../../fields/input"

/** The columns of an empty list: the header, and what to write under it. Every header is known to `fieldOf`. */
const COLUMNS: [header: string, help: string][] = [
  ["Name", "The name of the group. The only column that must be filled in."],
  ["Also known as", "A short or working name."],
  ["Charity number", "Like 1190101, SC012345 or NIC100123."],
  ["Company number", "Like 01234567."],
  ["On no register", "Yes, when you know that it is on none. Leave it empty when you do not know."],
  ["Address", "In one cell, with commas."],
  ["Postcode", "Like OL1 1AA. One postcode."],
  ["Email", "The address of the group. One address."],
  ["Telephone", "Like 0161 496 0001. Two numbers may stand in one cell with / between them."],
  ["Website", "Like www.example.org."],
  ["Activities", "What they do, in a sentence or two."],
  ["Status", "Member, affiliate, forming, enquiry, not a member, or closed."],
  ["Legal form", "CIO, CIC, company, trust, unincorporated, or another."],
  ["Income", "Yearly, in pounds: 12,500 or 12.5k. Or a band: £5,000 to £10,000."],
  ["Date joined", "The day first: 31/12/2019."],
  ["Area served", "Several with ; between them."],
  ["Themes", "What they work on. Several with ; between them."],
  ["Client groups", "Whom they are there for. Several with ; between them."],
  ["Services", "What they offer. Several with ; between them."],
  ["Tags", "Your own marks. Several with ; between them."],
  ["Sector", "Voluntary, statutory, private, education, or residents’ association."],
  ["Full-time staff", "A whole number, or none."],
  ["Part-time staff", "A whole number, or none."],
  ["Trustees", "A whole number."],
  ["Volunteers", "A whole number, or none."],
  ["Volunteer hours", "Of all together, a week."],
  ["Beneficiaries", "People helped in a year."],
  ["Local beneficiaries", "Those of them who live in your area."],
  ["Faith-based", "Yes or no. Leave it empty when you do not know."],
  ["Consent to publish", "Yes or no: may it be in your public directory? Leave it empty when nobody asked."],
  ["Contact name", "Who to ask for. Several people with / between them."],
  ["Contact person email", "Their own address."],
  ["Contact person phone", "Their own telephone."],
  ["Chair", "Name of the chair."],
  ["Chair email", ""],
  ["Chair phone", ""],
  ["Treasurer", "Name of the treasurer."],
  ["Treasurer email", ""],
  ["Treasurer phone", ""],
  ["Secretary", "Name of the secretary."],
  ["Secretary email", ""],
  ["Secretary phone", ""],
]

/** What to write under one of the LIO's own questions. */
function helpFor({ kind, options }: Question): string {
  switch (kind) {
    case "yes_no":
      return "Yes or no."
    case "choice":
      return `One of: ${options.join("; ")}.`
    case "choices":
      return `Any of these, with ; between them: ${options.join("; ")}. Or none.`
    case "date":
      return "The day first: 31/12/2019."
    case "number":
      return "A whole number, or none."
    case "money":
      return "In pounds: 12,500 or 12.5k."
    case "text":
    case "long":
      return "In your own words."
  }
}

/** The headers of an empty list, the LIO's own questions at its end, and a sheet that says what belongs under each. */
export function templateRows(questions: Question[] = []) {
  const columns = [...COLUMNS, ...questions.map((question) => [question.label, helpFor(question)])]
  return {
    headers: columns.map(([header = ""]) => header),
    help: [["Column", "What to write"], ...columns.map((column) => [...column])],
  }
}
