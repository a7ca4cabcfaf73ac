import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { getProgress } from "@/lib/consultations/progress/queries"
import { nextThing } from "@/lib/consultations/progress/words"
import { stageOf } from "@/lib/representations/queries"
import { formatDate, say } from "@/lib/words"
import { StageTag } from "../../../representations/_parts/words"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { Stopped } from "../../_parts/stopped"

/** The representations that rest on what groups said. */
export default async function RepresentationOf(props: PageProps) {
  const [frame, of] = await visit(props, (ctx, _query, { id = "" }) => getProgress(ctx, id))
  const lio = frame.lio.slug
  const { id } = of.consultation
  const add =
    of.keeps && of.answered > 0 && nextThing(of)?.step !== "represent" ? (
      <ButtonLink href={`/${lio}/representations/new?consultation=${id}`} kind="secondary">
        {say("New representation")}
      </ButtonLink>
    ) : undefined
  return (
    <ConsultationFrame frame={frame} of={of} page="representation">
      <h2 className="sr-only">{say("Representation")}</h2>
      {of.consultation.state === "stopped" ? <Stopped reason={of.consultation.stoppedReason} /> : null}
      {of.representations.length === 0 ? (
        of.consultation.state === "stopped" ? null : (
          <EmptyState drawing="letters" title={say("No representation yet")} action={add}>
            {of.answered === 0
              ? say(
                  "Once groups have answered, you can turn what they said into asks of a council or an NHS body.",
                )
              : say(
                  "Turn what groups said into asks of a council or an NHS body, each with the words it’s based on.",
                )}
          </EmptyState>
        )
      ) : (
        <>
          <DataTable
            plain
            caption={say("Representations that rest on this consultation")}
            rows={of.representations}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "title",
                label: say("Representation"),
                main: true,
                cell: (row) => <a href={`/${lio}/representations/${row.id}`}>{row.title}</a>,
              },
              { key: "stage", label: say("Stage"), cell: (row) => <StageTag stage={stageOf(row)} /> },
              { key: "sent", label: say("Sent"), cell: (row) => (row.sentOn ? formatDate(row.sentOn) : "") },
              { key: "outcome", label: say("What came of it"), cell: (row) => row.outcome },
            ]}
          />
          {add ? <p className="mt-4">{add}</p> : null}
        </>
      )}
    </ConsultationFrame>
  )
}
