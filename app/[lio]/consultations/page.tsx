import { type PageProps, visit } from "@/app/_http/visit"
import { mayKeepConsultations, maySeeAll } from "@/lib/consultations/policy"
import { listConsultations, listYours } from "@/lib/consultations/queries"
import { say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { MemberList } from "./_parts/member-list"
import { StaffList } from "./_parts/staff-list"

export default async function Consultations(props: PageProps) {
  const [frame, { all, yours, keeps, now }] = await visit(props, async (ctx) => ({
    all: maySeeAll(ctx.actor) ? await listConsultations(ctx) : null,
    yours: maySeeAll(ctx.actor) ? [] : await listYours(ctx),
    keeps: mayKeepConsultations(ctx.actor),
    now: ctx.now,
  }))
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={all ? say("Consultations") : say("Our answers")} at="consultations">
      {all ? (
        <StaffList lio={lio} rows={all} keeps={keeps} now={now} />
      ) : (
        <MemberList lio={lio} name={frame.lio.name} rows={yours} now={now} />
      )}
    </Frame>
  )
}
