import type { ReactNode } from "react"
import type { FrameData } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import type { Standing } from "@/lib/consultations/progress/queries"
import { say } from "@/lib/words"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"

type Props = {
  frame: FrameData
  consultation: { id: string; title: string }
  /** For staff: how far it has come. Members see the results and the way back. */
  of: Standing | null
  /** One question’s page, below the results. */
  question?: { title: string; heading: string }
  children: ReactNode
}

/** What stands over the results: for staff the tabs of the consultation, for members its name. */
export function ResultsFrame({ frame, consultation, of, question, children }: Props) {
  const { id, title } = consultation
  const to = (page: string) => addressOf(frame.lio.slug, id, page)
  const heading = question?.heading ?? say("What the groups said")
  if (of) {
    return (
      <ConsultationFrame frame={frame} of={of} page="results" title={question?.title}>
        {question ? <BackLink href={to("results")}>{say("What the groups said")}</BackLink> : null}
        <h2 className="mt-0">{heading}</h2>
        {children}
      </ConsultationFrame>
    )
  }
  return (
    <Frame {...frame} title={`${question?.title ?? say("Results")}: ${title}`} at="consultations">
      <BackLink href={question ? to("results") : to("")}>
        {question ? say("What the groups said") : title}
      </BackLink>
      <h1>{heading}</h1>
      {children}
    </Frame>
  )
}
