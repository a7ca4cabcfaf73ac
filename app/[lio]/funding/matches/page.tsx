import { told } from "@/app/_http/told"
import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { Pagination } from "@/app/_ui/pagination"
import {
  countForeign,
  countSuggestions,
  listSuggestions,
  listSure,
  PAGE_SIZE,
} from "@/lib/funding/grants/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { pageIn } from "@/lib/input"
import { formatMoney, say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { FundingTabs } from "../_parts/funding-tabs"
import { sumOf } from "../_parts/grant-words"
import { confirmAllForm, lookAgainForm } from "./actions"
import { BringIn } from "./bring-in"
import { SuggestionList } from "./suggestion-list"

/** What the address says came of a file, in numbers. */
function readIn(said: unknown) {
  const [, grants, matched, suggested] = /^(\d{1,9}) (\d{1,9}) (\d{1,9})$/.exec(String(said ?? "")) ?? []
  return grants === undefined
    ? null
    : { grants: Number(grants), matched: Number(matched), suggested: Number(suggested) }
}

/** Published grants that may be our groups', for somebody to confirm or refuse. */
export default async function Matches(props: PageProps) {
  const [frame, { rows, counts, sure, foreign, page, keeps, problem, read }] = await visit(
    props,
    async (ctx, query) => {
      const page = pageIn(query.page)
      const [rows, counts, sure, foreign] = await Promise.all([
        listSuggestions(ctx, page),
        countSuggestions(ctx),
        listSure(ctx),
        countForeign(ctx),
      ])
      return {
        ...{ rows, counts, sure, foreign, page, keeps: mayKeepFunding(ctx.actor), read: readIn(query.read) },
        problem: told(query, "problem"),
      }
    },
  )
  const lio = frame.lio.slug
  const path = `/${lio}/funding/matches`
  return (
    <Frame {...frame} title={problem ? say("Error: Published grants") : say("Published grants")} at="funding">
      {problem ? (
        <Banner kind="problem">
          <span className="whitespace-pre-line">{problem}</span>
        </Banner>
      ) : null}
      {read ? (
        <Banner kind="done">
          {sayCount(read.grants, { one: "Read {count} grant.", other: "Read {count} grants." })}{" "}
          {say("Found by number: {matched}. Suggested by name: {suggested}.", read)}
        </Banner>
      ) : null}
      <h1>{say("Published grants")}</h1>
      <FundingTabs lio={lio} current="matches" suggestions={counts.all} />
      <p className="max-w-3xl">
        {say(
          "Many funders publish what they give as open data (360Giving). Grants that may have gone to your groups wait here until somebody says yes or no. Nothing counts before that, and what you refuse isn’t suggested again.",
        )}
      </p>
      {keeps && counts.published > 0 ? (
        <Form
          action={lookAgainForm}
          lio={lio}
          submit={say("Look again for groups you’ve added or changed")}
          kind="plain"
          id="again"
        />
      ) : null}
      {keeps ? <BringIn lio={lio} open={counts.published === 0 || problem !== undefined} /> : null}
      {rows.length === 0 ? (
        <EmptyState
          drawing="search"
          title={counts.published === 0 ? say("No published grants yet") : say("You’re up to date")}
        >
          {counts.published === 0
            ? say("Bring in a file of published grants. Those that may be your groups’ then wait here.")
            : sayCount(counts.published, {
                one: "We’ve read {count} published grant, and nothing waits.",
                other: "We’ve read {count} published grants, and nothing waits.",
              })}
        </EmptyState>
      ) : (
        <>
          <p className="font-semibold">
            {sayCount(counts.all, {
              one: "{count} grant may be one of your groups’.",
              other: "{count} grants may be your groups’.",
            })}{" "}
            {counts.byNumber > 0
              ? sayCount(counts.byNumber, {
                  one: "{count} was found by its charity or company number.",
                  other: "{count} were found by their charity or company number.",
                })
              : null}
          </p>
          {keeps && sure.length > 0 ? (
            <div className="no-print">
              <Form
                fold={say("Confirm all that were found by number")}
                action={confirmAllForm}
                lio={lio}
                submit={sayCount(sure.length, {
                  one: "Confirm {count} grant",
                  other: "Confirm {count} grants",
                })}
                kind="secondary"
                id="all"
              >
                <p className="max-w-3xl">
                  {sayCount(
                    sure.length,
                    {
                      one: "{count} grant of {sum} goes into the ledger, with “Not ours” as our part in it. You can change that on each bid. Look through the list first.",
                      other:
                        "{count} grants of {sum} altogether go into the ledger, with “Not ours” as our part in them. You can change that on each bid. Look through the list first.",
                    },
                    { sum: formatMoney(sure.reduce((sum, { amount }) => sum + amount, 0)) },
                  )}
                </p>

                <input type="hidden" name="count" value={sure.length} />
              </Form>
            </div>
          ) : null}
          <SuggestionList lio={lio} rows={rows} keeps={keeps} />
          <Pagination place={{ path, query: {} }} page={page} perPage={PAGE_SIZE} total={counts.all} />
        </>
      )}
      {foreign.length > 0 ? (
        <p className="text-soft">
          {say("Grants in other currencies are kept apart and never added up:")}{" "}
          {foreign.map(({ currency, sum }) => sumOf({ currency, amount: sum })).join(", ")}
        </p>
      ) : null}
    </Frame>
  )
}
