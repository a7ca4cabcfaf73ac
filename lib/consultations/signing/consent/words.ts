import { keys, type NAMING } from "@/db/vocabulary"
import { say } from "../../../words"

/** Where a group's words may be quoted. */
export const QUOTES = {
  public: say("Yes, also in papers that anybody can read"),
  groups: say("Yes, but only where the groups that were asked read it"),
  no: say("No"),
} as const

/** One of them. */
export type Quotes = keyof typeof QUOTES

/** How that is kept: in papers that anybody can read, and among the groups that were asked. */
export const columnsOfQuotes = (quotes: Quotes) => ({
  quotable: quotes === "public",
  quotableToGroups: quotes !== "no",
})

/** Where they may be quoted, from how that is kept. */
export const quotesOf = ({
  quotable,
  quotableToGroups,
}: {
  quotable: boolean | null
  quotableToGroups: boolean | null
}): Quotes => (quotable ? "public" : quotableToGroups ? "groups" : "no")

/** What a group can choose from. Answers that are named to nobody are in no paper. */
export const quotesFor = ({ naming }: { naming: keyof typeof NAMING }) =>
  keys(QUOTES)
    .filter((value) => naming !== "nobody" || value !== "public")
    .map((value) => ({ value, label: QUOTES[value] }))
