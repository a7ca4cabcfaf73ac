import { isId } from "@/app/_http/address"
import { type PageProps, visitPublic } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { BackLink } from "@/app/_ui/links"
import { getFace } from "@/lib/lios/look/queries"
import { periodIn } from "@/lib/reports/work/input"
import { getPublicScorecard } from "@/lib/representations/scorecard/queries"
import { say } from "@/lib/words"
import { ChoosePeriod } from "../_parts/choose-period"
import { PublicFrame } from "../_parts/public-frame"
import { Scorecard } from "../representations/_parts/scorecard"

/** How public bodies reply to what groups ask of them: for anybody, where the LIO says so. */
export default async function PublicScorecard(props: PageProps) {
  const { lio, period, bodies, body, rows, today, now } = await visitPublic(
    props,
    async (ctx, _params, query) => {
      const period = periodIn(query, ctx.today)
      const body = typeof query.body === "string" && isId(query.body) ? query.body : undefined
      return {
        ...{ lio: await getFace(ctx), period, body, rows: query.rows, today: ctx.today, now: ctx.now },
        bodies: await getPublicScorecard(ctx, { ...period, body }),
      }
    },
  )
  const path = `/${lio.slug}/scorecard`
  const range = { from: period.from, to: period.to }
  return (
    <PublicFrame
      lio={lio}
      title={say("How bodies reply")}
      found={{ about: say("How public bodies reply to what voluntary groups ask of them."), path }}
    >
      <BackLink href={`/${lio.slug}/papers`}>{say("What groups asked for")}</BackLink>
      <h1>{say("How bodies reply")}</h1>
      <p className="max-w-2xl">
        {say(
          "{lio} keeps count of what happens to each thing that groups ask a public body to do. Press a line to see what’s behind its number.",
          { lio: lio.name },
        )}
      </p>
      <ChoosePeriod place={{ path, query: { body } }} period={period} today={today} />
      {period.unread ? <Banner kind="problem">{period.unread}</Banner> : null}
      {body ? (
        <p>
          <a href={`${path}?from=${period.from}&to=${period.to}`}>{say("All bodies")}</a>
        </p>
      ) : null}
      <Scorecard
        {...{ lio: lio.slug, bodies, period, now, rows }}
        place={{ path, query: { ...range, body } }}
      />
    </PublicFrame>
  )
}
