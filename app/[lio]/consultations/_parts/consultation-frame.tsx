import type { ReactNode } from "react"
import type { FrameData } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { BackLink, Tabs } from "@/app/_ui/links"
import { NextBar } from "@/app/_ui/next-bar"
import { Static } from "@/app/_ui/static"
import { Tag } from "@/app/_ui/tag"
import { keys } from "@/db/vocabulary"
import type { Standing } from "@/lib/consultations/progress/queries"
import { type Next, nextThing, PAGES, type PageOf, stateInWords } from "@/lib/consultations/progress/words"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { addressOf } from "./paths"

const TONES = { draft: "plain", open: "good", closed: "wait", finished: "note", stopped: "plain" } as const

type Props = {
  frame: FrameData
  of: Standing
  /** Which of the tabs this is, or belongs to. */
  page: PageOf
  /** What a page below a tab is called. */
  title?: string
  /** The buttons of this page that do the next thing, by its step. */
  acts?: Record<string, ReactNode>
  children: ReactNode
}

/** Where the next thing is done; nothing when that is the page one is on. */
function wayTo(next: NonNullable<Next>, of: Standing, lio: string, page: PageOf): string | null {
  const { id } = of.consultation
  if (next.step === "close") return addressOf(lio, id, "close")
  if (next.step === "represent") return `/${lio}/representations/new?consultation=${id}`
  if (next.step === "represented")
    return `/${lio}/representations/${of.representations.find(({ closedAt }) => !closedAt)?.id}`
  if (next.page !== page) return addressOf(lio, id, next.page) + (next.field ? `#${next.field}` : "")
  return next.field ? `#${next.field}` : null
}

type ActProps = { next: NonNullable<Next>; way: string | null; acts: Record<string, ReactNode> }

/** The one button of the bar: this page’s own for this step, or the way to the page that has it. */
function Act({ next, way, acts }: ActProps) {
  if (next.step in acts) return acts[next.step]
  if (!way) return null
  return (
    <ButtonLink href={way} kind={way.startsWith("#") ? "secondary" : undefined}>
      {next.label}
    </ButtonLink>
  )
}

/** What stands over every page of a consultation for staff: its state, the way to its other pages, and what to do next. */
export function ConsultationFrame({ frame, of, page, title, acts = {}, children }: Props) {
  const lio = frame.lio.slug
  const { consultation } = of
  const { state, words } = stateInWords(of)
  const next = nextThing(of)
  const way = next && of.keeps ? wayTo(next, of, lio, page) : null
  const counts: Partial<Record<PageOf, number>> = {
    questions: of.questions,
    audience: consultation.state === "draft" ? of.audience : of.asked,
    reach: consultation.state === "draft" ? undefined : of.answered,
    passages: of.passages || undefined,
    representation: of.representations.length || undefined,
  }
  return (
    <Frame {...frame} title={`${title ?? PAGES[page]}: ${consultation.title}`} at="consultations">
      <Static>
        <header>
          <BackLink href={`/${lio}/consultations`}>{say("Consultations")}</BackLink>
          <h1 className="mb-1">{consultation.title}</h1>
          <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <Tag tone={TONES[consultation.state]}>{state}</Tag>
            <span>{words}</span>
          </p>
        </header>
        <Tabs
          label={say("This consultation")}
          tabs={keys(PAGES).map((one) => ({
            label: PAGES[one],
            href: addressOf(lio, consultation.id, one),
            current: one === page,
            count: counts[one],
          }))}
        />
      </Static>
      {next ? (
        <NextBar words={next.words}>{of.keeps ? <Act next={next} way={way} acts={acts} /> : null}</NextBar>
      ) : null}
      {children}
    </Frame>
  )
}
