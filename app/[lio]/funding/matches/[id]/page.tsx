import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { ensure } from "@/lib/errors"
import { getSuggestion } from "@/lib/funding/grants/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { formatLongDate, formatMoney, say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { ShareField } from "../../_parts/bid-fields"
import { sumOf } from "../../_parts/grant-words"
import { confirmMatchForm } from "../actions"

/** One published grant: says which bid of the ledger it is, and our part in it. */
export default async function MatchPage(props: PageProps) {
  const [frame, match] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepFunding(ctx.actor))
    return getSuggestion(ctx, id)
  })
  const lio = frame.lio.slug
  const back = `/${lio}/funding/matches`
  const title = say("Is it {group}?", { group: match.group })
  return (
    <Frame {...frame} title={title} at="funding">
      <BackLink href={back}>{say("Published grants")}</BackLink>
      <h1>{title}</h1>
      <SummaryList
        items={[
          { label: say("Published as"), value: match.title },
          { label: say("Recipient"), value: match.recipientName },
          { label: say("Why we think so"), value: match.because },
          { label: say("Sum"), value: sumOf(match) },
          { label: say("Funder"), value: match.funder },
          { label: say("Programme"), value: match.programme },
          { label: say("Awarded on"), value: formatLongDate(match.awardedOn) },
          { label: say("Identifier"), value: match.identifier },
        ]}
      />
      <Form
        action={confirmMatchForm}
        lio={lio}
        submit={say("Confirm the grant")}
        values={{ bidId: match.candidates.length === 1 ? (match.candidates[0]?.id ?? "") : "", share: "" }}
        secondary={<a href={back}>{say("Cancel")}</a>}
        className="max-w-2xl"
      >
        <input type="hidden" name="id" value={match.id} />
        {match.candidates.length > 0 ? (
          <Radios
            name="bidId"
            legend={say("Which bid is it?")}
            options={[
              ...match.candidates.map(({ id, title, sum, won }) => ({
                value: id,
                label: sum === null ? title : say("{title}, {sum}", { title, sum: formatMoney(sum) }),
                hint: won ? say("An award in the ledger") : say("A bid that isn’t decided in the ledger yet"),
              })),
              { value: "", label: say("None of these: add it as an award") },
            ]}
          />
        ) : (
          <p>{say("It isn’t in the ledger yet, so it’s added as an award.")}</p>
        )}
        <ShareField
          optional
          hint={say("If you leave this empty and nothing was said before, it counts as not ours.")}
        />
      </Form>
    </Frame>
  )
}
