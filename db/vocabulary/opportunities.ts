import { say } from "../../lib/words"

/** Where an opportunity stands, by what its buyer has published last. Whether its day to bid is over follows from the clock. */
export const OPPORTUNITY_STANDS = {
  planned: say("Planned"),
  open: say("Open"),
  closed: say("Closed"),
  awarded: say("Awarded"),
  cancelled: say("Cancelled"),
} as const

/** What a list of opportunities shows, by where they stand today. */
export const OPPORTUNITY_TABS = {
  open: say("Open"),
  closing: say("Closing in a fortnight"),
  closed: say("Waiting for a decision"),
  awarded: say("Awarded"),
  cancelled: say("Cancelled"),
  all: say("All"),
  hidden: say("Hidden"),
} as const

/** How a group would bid. */
export const BIDDING_WAYS = {
  alone: say("On our own"),
  lead: say("As lead of several groups"),
  partner: say("As partner of another group"),
  either: say("As lead or partner"),
} as const

/** Who may see that a group is interested, besides itself. */
export const INTEREST_READERS = {
  staff: say("Only staff"),
  interested: say("Staff, and the other groups that are interested and show themselves"),
} as const

/** The regions in which contracts are carried out, by their codes in the statistics of the UK (ITL 1). */
export const REGIONS = {
  C: say("North East"),
  D: say("North West"),
  E: say("Yorkshire and the Humber"),
  F: say("East Midlands"),
  G: say("West Midlands"),
  H: say("East of England"),
  I: say("London"),
  J: say("South East"),
  K: say("South West"),
  L: say("Wales"),
  M: say("Scotland"),
  N: say("Northern Ireland"),
} as const

/** The divisions of the Common Procurement Vocabulary: the first two figures of each of its codes. */
export const CPV_DIVISIONS = {
  "03": say("Farming, fishing, forestry"),
  "09": say("Fuel and energy"),
  "14": say("Mining and metals"),
  "15": say("Food and drink"),
  "16": say("Farm machinery"),
  "18": say("Clothing and footwear"),
  "19": say("Leather, textiles, rubber and plastics"),
  "22": say("Printed things"),
  "24": say("Chemicals"),
  "30": say("Computers and office machines"),
  "31": say("Electrical equipment and lighting"),
  "32": say("Radio, television and telephones"),
  "33": say("Medical equipment and medicines"),
  "34": say("Vehicles and transport equipment"),
  "35": say("Security and safety equipment"),
  "37": say("Musical instruments, sports and games"),
  "38": say("Laboratory and measuring equipment"),
  "39": say("Furniture, household and cleaning goods"),
  "41": say("Water"),
  "42": say("Machines for industry"),
  "43": say("Machines for building and mining"),
  "44": say("Building materials"),
  "45": say("Construction"),
  "48": say("Software"),
  "50": say("Repair and maintenance"),
  "51": say("Installation"),
  "55": say("Hotels, catering and shops"),
  "60": say("Transport"),
  "63": say("Travel and transport support"),
  "64": say("Post and telecommunications"),
  "65": say("Gas, water and electricity supply"),
  "66": say("Money and insurance"),
  "70": say("Property"),
  "71": say("Architecture and engineering"),
  "72": say("Computer services"),
  "73": say("Research"),
  "75": say("Public administration"),
  "76": say("Oil and gas services"),
  "77": say("Gardening, farming and forestry services"),
  "79": say("Business services, advice and printing"),
  "80": say("Education and training"),
  "85": say("Health and social work"),
  "90": say("Waste, cleaning and environment"),
  "92": say("Recreation, culture and sport"),
  "98": say("Community and personal services"),
} as const

/** What a release is about, in the words of the standard (OCDS). */
export const RELEASE_TAGS = {
  planning: say("Plan published"),
  planningUpdate: say("Plan updated"),
  tender: say("Bids asked for"),
  tenderAmendment: say("Notice changed"),
  tenderUpdate: say("Notice updated"),
  tenderCancellation: say("Cancelled"),
  award: say("Awarded"),
  awardUpdate: say("Award updated"),
  awardCancellation: say("Award cancelled"),
  contract: say("Contract signed"),
  contractUpdate: say("Contract updated"),
  contractAmendment: say("Contract changed"),
  implementation: say("Being carried out"),
  implementationUpdate: say("Progress reported"),
  contractTermination: say("Contract ended"),
  compiled: say("All in one"),
} as const

/** What became of a bid of several groups. */
export const BID_OUTCOMES = {
  won: say("Won"),
  lost: say("Not won"),
  withdrawn: say("Withdrawn"),
} as const
