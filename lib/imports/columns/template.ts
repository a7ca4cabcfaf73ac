import type { Field as Question } from "../../fields/input"
import { say } from "../../words"

/** The columns of an empty list: the header, and what to write under it. Every header is known to `fieldOf`. */
const COLUMNS: [header: string, help: string][] = [
  [say("Name"), say("The name of the group. The only column that must be filled in.")],
  [say("Also known as"), say("A short or working name.")],
  [say("Charity number"), say("Like 1190101, SC012345 or NIC100123.")],
  [say("Company number"), say("Like 01234567.")],
  [say("On no register"), say("Yes, when you know that it is on none. Leave it empty when you do not know.")],
  [say("Address"), say("In one cell, with commas.")],
  [say("Postcode"), say("Like OL1 1AA. One postcode.")],
  [say("Email"), say("The address of the group. One address.")],
  [say("Telephone"), say("Like 0161 496 0001. You can put two numbers in one cell with / between them.")],
  [say("Website"), say("Like www.example.org.")],
  [say("Activities"), say("What they do, in a sentence or two.")],
  [say("Status"), say("Member, affiliate, forming, enquiry, not a member, or closed.")],
  [say("Legal form"), say("CIO, CIC, company, trust, unincorporated, or another.")],
  [say("Income"), say("Yearly, in pounds: 12,500 or 12.5k. Or a band: £5,000 to £10,000.")],
  [say("Date joined"), say("The day first: 31/12/2019.")],
  [
    say("Member until"),
    say(
      "The last day of its membership, the day first: 31/12/2026. If that day is past, the membership has lapsed.",
    ),
  ],
  [say("Area served"), say("Several with ; between them.")],
  [say("Themes"), say("What they work on. Several with ; between them.")],
  [say("Client groups"), say("Whom they are there for. Several with ; between them.")],
  [say("Services"), say("What they offer. Several with ; between them.")],
  [say("Tags"), say("Your own marks. Several with ; between them.")],
  [say("Sector"), say("Voluntary, statutory, private, education, or residents’ association.")],
  [say("Full-time staff"), say("A whole number, or none.")],
  [say("Part-time staff"), say("A whole number, or none.")],
  [say("Trustees"), say("A whole number.")],
  [say("Volunteers"), say("A whole number, or none.")],
  [say("Volunteer hours"), say("Of all together, a week.")],
  [say("Beneficiaries"), say("People helped in a year.")],
  [say("Local beneficiaries"), say("Those of them who live in your area.")],
  ["Faith-based", say("Yes or no. Leave it empty when you do not know.")],
  [
    say("Consent to publish"),
    say("Yes or no: may it be in your public directory? Leave it empty when nobody asked."),
  ],
  [say("Contact name"), say("Who to ask for. Several people with / between them.")],
  [say("Contact person email"), say("Their own address.")],
  [say("Contact person phone"), say("Their own telephone.")],
  [say("Chair"), say("Name of the chair.")],
  [say("Chair email"), ""],
  [say("Chair phone"), ""],
  [say("Treasurer"), say("Name of the treasurer.")],
  [say("Treasurer email"), ""],
  [say("Treasurer phone"), ""],
  [say("Secretary"), say("Name of the secretary.")],
  [say("Secretary email"), ""],
  [say("Secretary phone"), ""],
]

/** What to write under one of the LIO's own questions. */
function helpFor({ kind, options }: Question): string {
  switch (kind) {
    case "yes_no":
      return say("Yes or no.")
    case "choice":
      return say("One of: {options}.", { options: options.join("; ") })
    case "choices":
      return say("Any of these, with ; between them: {options}. Or none.", { options: options.join("; ") })
    case "date":
      return say("The day first: 31/12/2019.")
    case "number":
      return say("A whole number, or none.")
    case "money":
      return say("In pounds: 12,500 or 12.5k.")
    case "text":
    case "long":
      return say("In your own words.")
  }
}

/** The headers of an empty list, the LIO's own questions at its end, and a sheet that says what belongs under each. */
export function templateRows(questions: Question[] = []) {
  const columns = [...COLUMNS, ...questions.map((question) => [question.label, helpFor(question)])]
  return {
    headers: columns.map(([header = ""]) => header),
    help: [[say("Column"), say("What to write")], ...columns.map((column) => [...column])],
  }
}
