import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { getFunder } from "@/lib/funding/funders/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { listFitting } from "@/lib/funding/searches/queries"
import { sumsInWords } from "@/lib/funding/words"
import { formatDate, formatMoney, say, sayCount } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Closing } from "../../_parts/closing"
import { TellOf } from "../../_parts/tell-of"
import { checkFunderForm, restoreFunderForm, retireFunderForm } from "../actions"

/** One funder: what it funds, and which groups look for just that. */
export default async function FunderPage(props: PageProps) {
  const [frame, { funder, wanted, keeps, today, now }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const [funder, wanted] = await Promise.all([getFunder(ctx, id), listFitting(ctx, id)])
      return { funder, wanted, keeps: mayKeepFunding(ctx.actor), today: ctx.today, now: ctx.now }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/funding/funders/${funder.id}`
  const { closesOn, anyTime } = funder
  const id = <input type="hidden" name="id" value={funder.id} />
  return (
    <Frame {...frame} title={funder.name} at="funding">
      <BackLink href={`/${lio}/funding/funders`}>{say("Funders")}</BackLink>
      <div className="title-row">
        <h1>{funder.name}</h1>
        {keeps ? (
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`${at}/edit`} kind="secondary">
              {say("Change")}
            </ButtonLink>
            {funder.retired ? null : (
              <ButtonLink href={`/${lio}/funding/new?funder=${funder.id}`}>
                {say("Add a bid to this funder")}
              </ButtonLink>
            )}
          </div>
        ) : null}
      </div>
      {funder.retired ? (
        <p>
          <Tag>{say("Off the list")}</Tag>
        </p>
      ) : null}
      <SummaryList
        missing={say("Not said yet")}
        items={[
          { label: say("What they fund"), value: funder.funds },
          { label: say("Themes"), value: funder.themes.join(", ") || say("Any theme") },
          { label: say("How much"), value: sumsInWords(funder.leastSum, funder.mostSum) },
          { label: say("Who can apply"), value: funder.whoCanAsk },
          { label: say("Where"), value: funder.area },
          {
            label: say("Next round closes"),
            value: closesOn || anyTime ? <Closing {...{ closesOn, anyTime, today, now }} /> : undefined,
          },
          {
            label: say("Website"),
            value: funder.website ? (
              <a href={funder.website} rel="noreferrer" className="break-all">
                {funder.website}
              </a>
            ) : undefined,
          },
          { label: say("Identifier in published data"), value: funder.orgId },
          {
            label: say("Bids"),
            value:
              funder.bids > 0 ? (
                <a href={`/${lio}/funding?funder=${funder.id}`}>
                  {sayCount(
                    funder.bids,
                    {
                      one: "{count} bid, {won} won",
                      other: "{count} bids, {won} won",
                    },
                    { won: funder.won },
                  )}
                </a>
              ) : (
                say("None yet")
              ),
          },
          {
            label: say("Last checked"),
            value: funder.checkedOn ? formatDate(funder.checkedOn) : undefined,
          },
        ]}
      />
      {keeps ? (
        <div className="no-print mb-6 flex flex-wrap gap-3">
          <Form
            action={checkFunderForm}
            lio={lio}
            submit={say("It’s all still right")}
            kind="secondary"
            id="check"
          >
            {id}
          </Form>
          {funder.retired ? (
            <Form
              action={restoreFunderForm}
              lio={lio}
              submit={say("Put this funder back on the list")}
              kind="secondary"
              id="restore"
            >
              {id}
            </Form>
          ) : (
            <Form
              action={retireFunderForm}
              lio={lio}
              submit={say("Take this funder off the list")}
              kind="plain"
              id="retire"
            >
              {id}
            </Form>
          )}
        </div>
      ) : null}
      <h2>{say("Groups that look for this")}</h2>
      {wanted.length === 0 ? (
        <p>{say("None at the moment. Groups whose search fits by theme, sum and date are shown here.")}</p>
      ) : (
        <ul className="m-0 max-w-3xl list-none border-t border-line p-0">
          {wanted.map((search) => (
            <li key={search.id} className="border-b border-line py-3">
              <p className="m-0">
                <a href={`/${lio}/groups/${search.groupId}`} className="font-semibold">
                  {search.group}
                </a>
              </p>
              <p className="mt-0 mb-1">
                <a href={`/${lio}/funding/searches/${search.id}`}>{search.what}</a>
                {search.sum === null ? "" : `, ${formatMoney(search.sum)}`}
              </p>
              <TellOf
                lio={lio}
                searchId={search.id}
                funderId={funder.id}
                told={search}
                keeps={keeps}
                back={`funding/funders/${funder.id}`}
                about={search.group}
              />
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}
