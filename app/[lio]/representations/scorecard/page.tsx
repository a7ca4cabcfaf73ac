import { isId } from "@/app/_http/address"
import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { DateFields } from "@/app/_ui/date-field"
import { HiddenField, TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { periodIn } from "@/lib/reports/work/input"
import { mayRepresent } from "@/lib/representations/policy"
import { getScorecard } from "@/lib/representations/scorecard/queries"
import { getPaperOptions } from "@/lib/representations/signing/queries"
import { say } from "@/lib/words"
import { ChoosePeriod } from "../../_parts/choose-period"
import { Frame } from "../../_parts/frame"
import { Scorecard } from "../_parts/scorecard"
import { bodyCommentForm } from "../actions"

/** How bodies reply to the papers that they were sent; of one body also the form for what it says of that. For staff. */
export default async function StaffScorecard(props: PageProps) {
  const [frame, { period, bodies, body, rows, open, writes, today, now }] = await visit(
    props,
    async (ctx, query) => {
      const period = periodIn(query, ctx.today)
      const body = typeof query.body === "string" && isId(query.body) ? query.body : undefined
      return {
        ...{ period, body, rows: query.rows, today: ctx.today, now: ctx.now },
        bodies: await getScorecard(ctx, { ...period, body }),
        open: (await getPaperOptions(ctx)).scorecardPublic,
        writes: mayRepresent(ctx.actor),
      }
    },
  )
  const lio = frame.lio.slug
  const path = `/${lio}/representations/scorecard`
  const range = { from: period.from, to: period.to }
  return (
    <Frame {...frame} title={say("How bodies reply")} at="representations/scorecard">
      <h1>{say("How bodies reply")}</h1>
      <p className="max-w-2xl">
        {open
          ? say("Anybody can see these figures, and what each body says about them.")
          : say("Only staff see these figures. A manager can make them public under Settings.")}{" "}
        {open ? <a href={`/${lio}/scorecard`}>{say("See the public page")}</a> : null}
      </p>
      <ChoosePeriod place={{ path, query: { body } }} period={period} today={today} />
      {period.unread ? <Banner kind="problem">{period.unread}</Banner> : null}
      {body ? (
        <p>
          <a href={`${path}?from=${period.from}&to=${period.to}`}>{say("All bodies")}</a>
        </p>
      ) : null}
      <Scorecard {...{ lio, bodies, period, now, rows }} place={{ path, query: { ...range, body } }} />
      {body && writes ? (
        <section className="max-w-2xl">
          <h2>{say("What they say about their figures")}</h2>
          <p>
            {say("You can show what a body says about its figures beside them. What it said before is kept.")}
          </p>
          <Form action={bodyCommentForm} lio={lio} submit={say("Show it beside their figures")}>
            <HiddenField name="bodyId" value={body} />
            <TextArea name="words" label={say("Their own words")} rows={4} />
            <TextField
              name="sender"
              label={say("Who wrote it for them?")}
              hint={say("A person or a team. It’s shown with what they say")}
            />
            <DateFields name="saidOn" legend={say("When?")} quick />
          </Form>
        </section>
      ) : null}
    </Frame>
  )
}
