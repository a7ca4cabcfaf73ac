import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { CLOSING_TIMES, clockOf } from "@/lib/consultations/period"
import { ensure, RuleBroken } from "@/lib/errors"
import { mayKeepOpportunities } from "@/lib/opportunities/policy"
import { getOpportunity, listOpportunityChoices } from "@/lib/opportunities/queries"
import { formatMoney, say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { Seen } from "../../../_parts/seen"
import { OpportunityFields } from "../../_parts/opportunity-fields"
import { changeOpportunityForm } from "../../actions"

/** Says an opportunity better that was added by hand. */
export default async function EditOpportunity(props: PageProps) {
  const [frame, { its, areas, closes }] = await visit(props, async (ctx, _, { id = "" }) => {
    ensure(mayKeepOpportunities(ctx.actor), say("Only workers and managers change opportunities."))
    const [its, { areas }] = await Promise.all([getOpportunity(ctx, id), listOpportunityChoices(ctx)])
    if (its.ocid !== null) throw new RuleBroken(say("This one follows its published notices."))
    const closes = its.closesAt && clockOf(its.closesAt, ctx.lio.timezone)
    return { its, areas, closes }
  })
  const here = `/${frame.lio.slug}/opportunities/${its.id}`
  const { title, buyer, buyerEmail, description, link, stands, startsOn, endsOn } = its
  const time = CLOSING_TIMES.find((one) => one === closes?.time) ?? "12:00"
  return (
    <Frame {...frame} title={say("Change: {title}", { title })} at="opportunities">
      <BackLink href={here}>{title}</BackLink>
      <h1>{say("Change this opportunity")}</h1>
      <LongForm
        action={changeOpportunityForm}
        frame={frame}
        submit={say("Save changes")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        className="max-w-3xl"
        values={{
          ...{ title, buyer, buyerEmail, description, link, stands, startsOn, endsOn },
          valueMost: its.valueMost === null ? "" : formatMoney(its.valueMost).replace("£", ""),
          closesOn: closes?.day ?? "",
          closesTime: time,
          vcse: its.vcse === null ? "" : its.vcse ? "yes" : "no",
          division: its.divisions[0] ?? "",
          areaIds: its.areas.map((area) => area.id),
          seen: its.changedAt?.toISOString() ?? "",
        }}
      >
        <input type="hidden" name="id" value={its.id} />
        <Seen />
        <OpportunityFields areas={areas} />
      </LongForm>
    </Frame>
  )
}
