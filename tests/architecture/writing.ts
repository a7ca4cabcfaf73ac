import { FOREIGN_WRITES } from "./lists"
import { only, type Rule, roomOf, type Sources } from "./sources"

/** Who alone writes each table. What triggers keep (db/rules) belongs to nobody here. */
const OWNERS: Record<string, string> = {
  access: "rateLimits",
  "sign-in": "accounts authProviders authSessions signInTokens",
  journal: "events eventPeople submissions",
  email: "letters preferences suppressions letterReports",
  places: "postcodes places placeVersions",
  classification: "categories",
  lios: "lios areas staff logos",
  people: "people",
  fields: "customFields",
  "word-lists": "terms",
  services: "services",
  documents: "madeDocuments",
  guides: "guides guideDrafts guideVersions hiddenGuides guideRemarks sentGuides sharedGuides",
  drafts: "drafts",
  tasks: "tasks",
  files: "files fileContents filePieces",
  notes: "notes",
  groups: "groups groupIdentifiers groupAreas groupTerms groupSizes proposals roles roleInvitations",
  memberships: "membershipTypes memberships membershipRequests membershipChases",
  views: "savedViews",
  imports: "imports importRows importMappings",
  bulk: "bulkChanges bulkChangeGroups",
  sessions: "sessions sessionGroups sessionPeople sessionEnquiries sessionTypes sessionKindsLeftOut",
  networks: "networks networkGroups networkWatches topics posts mentions topicReads",
  consultations:
    "consultations consultationTranslations questions questionChanges questionBlocks proposedStatements alsoAsked individualAnswers invitations responses answers answerRevisions responseVersions unnamedAnswers answeringNow answerComments signingRules consultationResults codes passages passageCodes codings codingCodes",
  representations:
    "representations asks askPassages askReplies askOutcomes bodyComments outcomeNeeds representationChasers representationSends replyLinks proposedReplies paperParts paperPins paperRemarks paperSignOffs paperPartners paperConsents representationVersions loopLetters",
  needs: "needs needEvidence needAsks needGroups needFigures needSteps needTellings needAreas needThemes",
  examples: "examples",
  duplicates: "duplicatePairs merges personMerges peopleApart",
  mailings: "mailings mailingGroups",
  digest: "digests",
  "daily-letter": "dailyLetters",
  bin: "workerHeartbeats",
  "db/rules": "lioAccess searchEntries servedAreas sharedPathways quoteRedactions jointPapers",
  "db/open-data": "postcodeParts openDataFiles",
  partnerships:
    "boards boardBodies boardNetworks boardThemes seats seatTerms interestDeclarations boardDecisions boardDecisionThemes boardDecisionNeeds boardMeetings raisedQuestions meetingBriefs meetingReports boardPromises boardPromiseNeeds meetingAsks elections electionSeats nominations nominationAddresses endorsements electionRoll rollAppeals ballotBoxes countedBallots countedReceipts electionResults",
  "support-sources": "supportSources",
  enquiries: "enquiries enquirySteps pathways",
  cases: "cases caseGroups casePeople caseNotes",
  funding:
    "funders funderTerms bids bidGroups publishedGrants grantMatches fundingSearches fundingSearchTerms fundingTips",
  "health-checks": "questionSets healthChecks healthCheckQuestions healthCheckAnswers healthCheckSteps",
  calendar: "calendarDates calendarOccurrences calendarAnswers calendarFeeds",
  opportunities:
    "opportunities opportunityAreas opportunityReleases opportunitySources opportunityAlerts expressionsOfInterest biddingConsents consortia consortiumGroups consortiumPeople consortiumTerms consortiumAgreements consortiumDecisions consortiumTasks consortiumPosts consortiumBids",
  resources: "resources resourceTerms sentResources",
  events: "bookableEvents bookingNeeds eventFeedback eventTerms feedbackQuestions",
}
const ownerOf = new Map(
  Object.entries(OWNERS).flatMap(([room, tables]) => tables.split(" ").map((table) => [table, room])),
)
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const BY_DRIZZLE = /\.(?:insert|update|delete)\(\s*(?:schema\.)?(\w+)\s*\)/g
const BY_SQL =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate|copy)\s+(?:only\s+)?(?:"?([a-z_]+)"?|(\$\{[^}]*\}+))/gi

/** The tables that a file writes, by their names in db/schema; "?" for one that is worked out as it runs. */
function writtenIn(text: string): Set<string> {
  const renamed = new Map([...text.matchAll(/\b(\w+) as (\w+)\b/g)].map(([, table, name]) => [name, table]))
  const tableOf = (name: string) => (ownerOf.has(name) ? name : (renamed.get(name) ?? ""))
  const drizzle = [...text.matchAll(BY_DRIZZLE)].map(([, name = ""]) => tableOf(name))
  const inSql = [...text.matchAll(BY_SQL)].map(([, name, hole]) => {
    if (name) return camel(name.toLowerCase())
    return tableOf(/^\$\{(\w+)\}$/.exec(hole ?? "")?.[1] ?? "") || "?"
  })
  return new Set([...drizzle, ...inSql].filter((table) => table === "?" || ownerOf.has(table)))
}

const writerOf = (file: string) => roomOf(file) || file.split("/")[0] || ""

function foreignWrites(sources: Sources): string[] {
  const found = [...only(sources, /^(app|lib|bin)\//)].flatMap(([file, text]) =>
    [...writtenIn(text)]
      .filter((table) => ownerOf.get(table) !== writerOf(file))
      .map((table) => `${writerOf(file)} writes ${table}`),
  )
  return [...new Set(found)].sort()
}

const tablesOf = (sources: Sources) =>
  [...only(sources, /^db\/schema\//).values()].flatMap((text) =>
    [...text.matchAll(/export const (\w+) = pgTable\(/g)].map(([, name = ""]) => name),
  )

/** Which room writes what. */
export const writingRules: Rule[] = [
  {
    says: "a room writes its own tables, and asks their owners to write others",
    find: foreignWrites,
    known: FOREIGN_WRITES,
    seed: {
      files: {
        "lib/needs/commands.ts":
          "tx.insert(needs); tx.update(groups); sql`delete from tasks`; sql`for update of n`",
        "lib/needs/asks/commands.ts": `sql\`insert into \${table}\``,
        "lib/sessions/commands.ts": 'import { terms as words } from "@/db/schema"\ntx.delete(words)',
        "app/[lio]/page.tsx": "sql`update people set name = ''`",
      },
      found: [
        "app writes people",
        "needs writes ?",
        "needs writes groups",
        "needs writes tasks",
        "sessions writes terms",
      ],
    },
  },
  {
    says: "every table has a room that writes it",
    find: (sources) => tablesOf(sources).filter((table) => !ownerOf.has(table)),
    seed: { files: { "db/schema/x.ts": "export const gossip = pgTable(\n" }, found: ["gossip"] },
  },
]
