import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { PROOFS, SHARES } from "@/db/vocabulary"
import { getBid } from "@/lib/funding/bids/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { SHARE_MEANS } from "@/lib/funding/words"
import { formatLongDate, formatMoment, formatMoney, say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { Undo } from "../../_parts/undo"
import { StateTag } from "../_parts/state-tag"
import { History } from "./history"
import { Steps } from "./steps"

const DAY = 86_400_000
const day = (on: string | null) => (on ? formatLongDate(on) : undefined)
const sum = (pence: number | null) => (pence === null ? undefined : formatMoney(pence))

/** One bid: who asks whom for what, where it stands, and what comes next. */
export default async function BidPage(props: PageProps) {
  const [frame, { bid, keeps, fresh }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const bid = await getBid(ctx, id)
    const fresh = ctx.now.getTime() - bid.addedAt.getTime() < DAY
    const keeps = mayKeepFunding(ctx.actor) && !bid.undoneAt
    return { bid, keeps, fresh: fresh && bid.proofs.length === 0 }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/funding/${bid.id}`
  return (
    <Frame {...frame} title={bid.title} at="funding">
      <BackLink href={`/${lio}/funding`}>{say("Funding")}</BackLink>
      <div className="title-row">
        <h1>{bid.title}</h1>
        {keeps ? (
          <ButtonLink href={`${at}/edit`} kind="secondary">
            {say("Change")}
          </ButtonLink>
        ) : null}
      </div>
      {bid.undoneAt ? (
        <p className="banner banner-note font-semibold">
          {say("This bid was taken back on {day}. It doesn’t count.", { day: formatMoment(bid.undoneAt) })}
        </p>
      ) : (
        <p>
          <StateTag state={bid.state} />
        </p>
      )}
      {keeps ? <Steps lio={lio} bid={bid} /> : null}
      {bid.notes ? <p className="max-w-3xl whitespace-pre-line">{bid.notes}</p> : null}
      <SummaryList
        missing={say("Not said yet")}
        items={[
          {
            label: bid.parts.length > 1 ? say("Groups") : say("Group"),
            value: bid.parts.map(({ groupId, group, part }) => (
              <span key={groupId} className="block">
                <a href={`/${lio}/groups/${groupId}`}>{group}</a>
                {bid.parts.length > 1 && part !== null ? ` ${formatMoney(part)}` : null}
              </span>
            )),
          },
          {
            label: say("Funder"),
            value: <a href={`/${lio}/funding/funders/${bid.funderId}`}>{bid.funder}</a>,
          },
          { label: say("Asked"), value: sum(bid.asked) },
          ...(bid.sentOn || bid.decidedOn ? [] : [{ label: say("Deadline"), value: day(bid.deadlineOn) }]),
          ...(bid.sentOn
            ? [
                { label: say("Sent on"), value: day(bid.sentOn) },
                ...(bid.decidedOn ? [] : [{ label: say("Decision due"), value: day(bid.decisionDueOn) }]),
              ]
            : []),
          ...(bid.decidedOn ? [{ label: say("Decided on"), value: day(bid.decidedOn) }] : []),
          ...(bid.withdrawnOn ? [{ label: say("Withdrawn on"), value: day(bid.withdrawnOn) }] : []),
          ...(bid.awarded === null
            ? []
            : [
                { label: say("Awarded"), value: sum(bid.awarded) },
                { label: say("Paid so far"), value: sum(bid.paid) },
                { label: say("How we know"), value: bid.proof ? PROOFS[bid.proof] : undefined },
              ]),
          {
            label: say("Our part"),
            value: bid.share ? (
              <>
                {SHARES[bid.share]}
                <span className="hint m-0 block">{SHARE_MEANS[bid.share]}</span>
              </>
            ) : undefined,
          },
          ...(bid.proofs.length > 0
            ? [
                {
                  label: say("Published as"),
                  value: bid.proofs.map((proof) => (
                    <span key={proof.matchId} className="block">
                      {say("{sum} from {funder} on {day} ({identifier})", {
                        sum: proof.currency === "GBP" ? formatMoney(proof.amount) : proof.currency,
                        funder: proof.funder,
                        day: formatLongDate(proof.awardedOn),
                        identifier: proof.identifier,
                      })}{" "}
                      {keeps ? (
                        <Undo
                          lio={lio}
                          undo={{ what: "grant", id: proof.matchId }}
                          formId={`proof-${proof.matchId}`}
                        />
                      ) : null}
                    </span>
                  )),
                },
              ]
            : []),
          {
            label: say("Added"),
            value: bid.addedBy
              ? say("{when}, by {name}", { when: formatMoment(bid.addedAt), name: bid.addedBy })
              : formatMoment(bid.addedAt),
          },
        ]}
      />
      {keeps && fresh ? (
        <div className="mb-6">
          <Undo lio={lio} undo={{ what: "bid", id: bid.id }} formId="take-back" />
        </div>
      ) : null}
      <History events={bid.history} />
    </Frame>
  )
}
