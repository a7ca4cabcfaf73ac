import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { BackLink } from "@/app/_ui/links"
import { Static } from "@/app/_ui/static"
import { isStaff } from "@/lib/access/may"
import { getOpportunityWithSteps } from "@/lib/opportunities/history/queries"
import { getInterestAround } from "@/lib/opportunities/interest/queries"
import { mayKeepOpportunities } from "@/lib/opportunities/policy"
import { summaryOf } from "@/lib/opportunities/words"
import { formatDate, say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { StandsTag } from "../_parts/stands-tag"
import { Facts } from "./facts"
import { Notice, Steps } from "./notice"
import { StaffPart } from "./staff-part"
import { Together } from "./together"

/** One opportunity: in a few sentences first, then all that its notices say. */
export default async function OpportunityPage(props: PageProps) {
  const [frame, { opportunity: its, own, others, steps, summary, staff, keeps, leads, open, now }] =
    await visit(props, async (ctx, _, { id = "" }) => {
      const [read, around] = await Promise.all([getOpportunityWithSteps(ctx, id), getInterestAround(ctx, id)])
      const { actor, now, lio } = ctx
      const { stands, closesAt } = read.opportunity
      return {
        ...read,
        ...around,
        open: (stands === "open" || stands === "planned") && (closesAt === null || closesAt > now),
        leads: "groups" in actor && actor.groups.some(({ lead }) => lead),
        summary: summaryOf(read.opportunity, now, lio.timezone),
        now,
        staff: isStaff(actor),
        keeps: mayKeepOpportunities(actor),
      }
    })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={its.title} at="opportunities">
      <BackLink href={`/${lio}/opportunities`}>{say("Opportunities")}</BackLink>
      <div className="title-row">
        <h1 className="wrap-anywhere">{its.title}</h1>
        {keeps && its.ocid === null ? (
          <ButtonLink href={`/${lio}/opportunities/${its.id}/edit`} kind="secondary">
            {say("Change")}
          </ButtonLink>
        ) : null}
      </div>
      <p>
        <StandsTag its={its} now={now} />
      </p>
      <Static>
        <p className="max-w-3xl text-lg">{summary.join(" ")}</p>
        {its.note ? (
          <section className="card mb-6 max-w-3xl" aria-labelledby="think">
            <h2 id="think" className="mt-0">
              {say("What we think")}
            </h2>
            <p className="whitespace-pre-line wrap-anywhere">{its.note}</p>
            <p className="mb-0 text-soft">
              {its.notedBy
                ? say("{name}, {day}", { name: its.notedBy, day: formatDate(its.notedAt ?? now) })
                : formatDate(its.notedAt ?? now)}
            </p>
          </section>
        ) : null}
      </Static>
      <Together place={frame.lio} id={its.id} {...{ open, own, others, staff, leads }} />
      <Static>
        <Notice its={its} />
        <h2>{say("All the facts")}</h2>
        <Facts lio={lio} its={its} staff={staff} />
        <Steps steps={steps} />
      </Static>
      {keeps ? <StaffPart lio={lio} its={its} /> : null}
    </Frame>
  )
}
