import type { ReactNode } from "react"
import type { FrameData } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate } from "@/app/_ui/date"
import { BackLink, Tabs } from "@/app/_ui/links"
import { NextBar } from "@/app/_ui/next-bar"
import { Static } from "@/app/_ui/static"
import type { RepresentationStanding } from "@/lib/representations/standing/queries"
import { type Next, nextThing } from "@/lib/representations/standing/words"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { StageTag } from "./words"

type Props = {
  frame: FrameData
  of: RepresentationStanding
  /** Which page this is, by its folder: "" for the asks. */
  page: string
  /** The ask that is open on the page of the asks. */
  ask?: string
  /** What a page besides the asks is called. */
  title?: string
  children: ReactNode
}

/** Where the next thing is done; nothing when that is open on this page. */
function wayTo(next: NonNullable<Next>, { page, ask }: Pick<Props, "page" | "ask">, at: string) {
  if (next.page.startsWith("#")) return page === "" ? null : at + next.page
  if (next.ask) return page === "" && next.ask === ask ? null : `${at}?ask=${next.ask}`
  return next.page === page ? null : `${at}/${next.page}`
}

/** What stands over every page of a representation for staff: how far it has come, its other pages, and what to do next. */
export function RepresentationFrame({ frame, of, page, ask, title, children }: Props) {
  const { whole, writes } = of
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  const body = <a href={`/${lio}/groups/${whole.bodyId}`}>{whole.body}</a>
  const open = writes && !whole.closedAt
  const next = nextThing(of)
  const way = next && writes ? wayTo(next, { page, ask }, at) : null
  return (
    <Frame {...frame} title={title ? `${title}: ${whole.title}` : whole.title} at="representations">
      <Static>
        <header>
          <BackLink href={`/${lio}/representations`}>{say("Representations")}</BackLink>
          <h1 className="mb-1">{whole.title}</h1>
          <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <StageTag stage={whole.stage} />
            <span>
              {whole.sentOn
                ? sayRich("To {body}. Sent on {day}", { body, day: formatDate(whole.sentOn) })
                : sayRich("To {body}", { body })}
            </span>
          </p>
        </header>
        <Tabs
          label={say("This representation")}
          tabs={[
            { label: say("Asks and evidence"), href: at, current: page === "", count: whole.asks.length },
            ...(open ? [{ label: say("Text"), href: `${at}/text`, current: page === "text" }] : []),
            { label: say("Together"), href: `${at}/together`, current: page === "together" },
            ...(open ? [{ label: say("Details"), href: `${at}/edit`, current: page === "edit" }] : []),
            ...(open && whole.asks.length > 0
              ? [{ label: say("The paper"), href: `${at}/publish`, current: page === "publish" }]
              : []),
            ...(whole.consultationId
              ? [
                  {
                    label: say("The consultation"),
                    href: `/${lio}/consultations/${whole.consultationId}/representation`,
                  },
                ]
              : []),
          ]}
        />
      </Static>
      {next ? (
        <NextBar words={next.words}>{way ? <ButtonLink href={way}>{next.label}</ButtonLink> : null}</NextBar>
      ) : null}
      {children}
    </Frame>
  )
}
