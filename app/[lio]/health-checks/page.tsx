import { columnsInSight } from "@/app/_http/kept-columns"
import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { listOwnChecks } from "@/lib/health-checks/answering/queries"
import { checkList } from "@/lib/health-checks/list/filters"
import { countChecks, listCheckRows } from "@/lib/health-checks/list/queries"
import { mayAskForChecks, maySeeChecks } from "@/lib/health-checks/policy"
import { getTravelled } from "@/lib/health-checks/travelled/queries"
import { readList } from "@/lib/lists/input"
import { openList } from "@/lib/views/queries"
import { say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { CheckList } from "./_parts/check-list"
import { NoChecks } from "./_parts/no-checks"
import { StaffList } from "./_parts/staff-list"
import { Travelled } from "./_parts/travelled"

/** Health checks: all of them for staff, with how far groups have come; their own for the people of a group. */
export default async function HealthChecks(props: PageProps) {
  const [frame, read] = await visit(props, async (ctx, query) => {
    if (!maySeeChecks(ctx.actor)) return { own: await listOwnChecks(ctx) }
    const listing = readList(checkList, query)
    const [rows, total, head, cols, travelled] = await Promise.all([
      listCheckRows(ctx, listing),
      countChecks(ctx, listing),
      openList(ctx, checkList, listing, query.view),
      columnsInSight(checkList, listing, query),
      getTravelled(ctx),
    ])
    return { rows, total, head, cols, travelled, today: ctx.today, asks: mayAskForChecks(ctx.actor) }
  })
  const lio = frame.lio.slug
  const here = `/${lio}/health-checks`
  return (
    <Frame {...frame} title={say("Health checks")} at="health-checks">
      <div className="title-row">
        <h1>{say("Health checks")}</h1>
        {read.asks ? <ButtonLink href={`${here}/new`}>{say("Start a health check")}</ButtonLink> : null}
      </div>
      {read.own ? (
        read.own.length > 0 ? (
          <CheckList checks={read.own} />
        ) : (
          <NoChecks />
        )
      ) : (
        <>
          <p>
            <a href={`${here}/sets`}>{say("Sets of questions")}</a>
          </p>
          <StaffList lio={lio} {...read} />
          {read.travelled.sharing > 0 ? <Travelled {...read.travelled} /> : null}
        </>
      )}
    </Frame>
  )
}
