import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { listThemes } from "@/lib/funding/funders/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { getSearch } from "@/lib/funding/searches/queries"
import { mayKeepNeeds } from "@/lib/needs/policy"
import { listNeedsHeardIn } from "@/lib/needs/queries"
import { formatLongDate, formatMoment, formatMoney, say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { HeardHere } from "../../../needs/_parts/heard-here"
import { Closing } from "../../_parts/closing"
import { SearchFields } from "../../_parts/search-fields"
import { TellOf } from "../../_parts/tell-of"
import { changeSearchForm, closeSearchForm, reopenSearchForm } from "../actions"

/** What one group looks for, and which funders fit. */
export default async function SearchPage(props: PageProps) {
  const [frame, { search, needs, raises, themes, keeps, today, now }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const search = await getSearch(ctx, id)
      const themes = await listThemes(ctx, search.termIds)
      const needs = await listNeedsHeardIn(ctx, { searchId: id })
      return {
        search,
        needs,
        raises: mayKeepNeeds(ctx.actor),
        themes,
        keeps: mayKeepFunding(ctx.actor),
        today: ctx.today,
        now: ctx.now,
      }
    },
  )
  const lio = frame.lio.slug
  const { what, sum, neededBy, termIds } = search
  const id = <input type="hidden" name="id" value={search.id} />
  return (
    <Frame {...frame} title={what} at="funding">
      <BackLink href={`/${lio}/funding/searches`}>{say("What groups look for")}</BackLink>
      <h1>{what}</h1>
      {search.closed ? (
        <p>
          <Tag>{say("Closed")}</Tag>
        </p>
      ) : null}
      <SummaryList
        missing={say("Not said yet")}
        items={[
          { label: say("Group"), value: <a href={`/${lio}/groups/${search.groupId}`}>{search.group}</a> },
          { label: say("How much"), value: sum === null ? undefined : formatMoney(sum) },
          { label: say("Needed by"), value: neededBy ? formatLongDate(neededBy) : undefined },
          { label: say("Themes"), value: search.themes.join(", ") },
          { label: say("Added"), value: formatMoment(search.openedAt) },
        ]}
      />
      {keeps ? (
        <div className="no-print mb-6">
          {search.closed ? (
            <Form
              action={reopenSearchForm}
              lio={lio}
              submit={say("Open this search again")}
              kind="secondary"
              id="open"
            >
              {id}
            </Form>
          ) : (
            <>
              <Form
                action={closeSearchForm}
                lio={lio}
                submit={say("Close this search")}
                kind="secondary"
                id="close"
              >
                {id}
              </Form>
              <Form
                fold={say("Change what they look for")}
                action={changeSearchForm}
                lio={lio}
                values={{ what, neededBy, termIds, sum: sum === null ? null : sum / 100 }}
                submit={say("Save")}
                id="change"
              >
                {id}
                <SearchFields themes={themes} />
              </Form>
            </>
          )}
        </div>
      ) : null}
      {search.closed ? null : (
        <>
          <h2 id="fits">{say("Funders that fit")}</h2>
          {search.fits.length === 0 ? (
            <p>
              {say(
                "None on your list at the moment. Funders that fit by theme, sum and date are shown here.",
              )}
            </p>
          ) : (
            <ul className="m-0 max-w-3xl list-none border-t border-line p-0">
              {search.fits.map(({ id: funderId, name, closesOn, anyTime, emailedAt, taskedAt }) => (
                <li key={funderId} className="border-b border-line py-3">
                  <p className="m-0">
                    <a href={`/${lio}/funding/funders/${funderId}`} className="font-semibold">
                      {name}
                    </a>{" "}
                    <span className="text-soft">
                      <Closing {...{ closesOn, anyTime, today, now }} alone />
                    </span>
                  </p>
                  <TellOf
                    lio={lio}
                    searchId={search.id}
                    funderId={funderId}
                    told={{ emailedAt, taskedAt }}
                    keeps={keeps}
                    back={`funding/searches/${search.id}`}
                    about={name}
                  />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <HeardHere lio={lio} from="search" id={search.id} needs={needs} keeps={raises} />
    </Frame>
  )
}
