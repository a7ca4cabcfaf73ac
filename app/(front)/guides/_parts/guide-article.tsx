import type { ReactNode } from "react"
import { Banner } from "@/app/_ui/banner"
import { DocumentView } from "@/app/_ui/document"
import { BackLink } from "@/app/_ui/links"
import type { Document } from "@/lib/documents/model"
import type { Guide } from "@/lib/guides/reading/queries"
import { nationsInWords } from "@/lib/guides/words"
import { formatDate, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

type Props = {
  guide: Guide
  document: Document
  /** The address of the list: "/guides". */
  at: string
  /** What the page shows in place of parts of the guide, by name. */
  parts: Record<string, ReactNode>
  /** What comes under it. */
  children?: ReactNode
}

/** A guide, for everybody: what it says, for where, when it was checked, and as files to keep. */
export function GuideArticle({ guide, document, at, parts, children }: Props) {
  const { slug, title, summary, nations, version, newest, checkedOn, reviewOn, publishedAt } = guide
  const here = version === newest ? `${at}/${slug}` : `${at}/${slug}/versions/${version}`
  return (
    <article>
      <BackLink href={at}>{say("All guides")}</BackLink>
      {version === newest ? null : (
        <Banner kind="note">
          {sayRich("This is version {version} of {day}. <link>Read the newest version</link>.", {
            version,
            day: formatDate(publishedAt),
            link: (text) => <a href={`${at}/${slug}`}>{text}</a>,
          })}
        </Banner>
      )}
      <h1>{title}</h1>
      <p className="lead max-w-2xl">{summary}</p>
      <p className="max-w-2xl text-soft">
        {say("Applies to {nations}.", { nations: nationsInWords(nations) })}{" "}
        {checkedOn ? say("Last checked on {day}.", { day: formatDate(checkedOn) }) : null}{" "}
        {reviewOn ? say("To be checked again by {day}.", { day: formatDate(reviewOn) }) : null}{" "}
        <a className="no-print" href={`${at}/${slug}/versions`}>
          {say("Version {version} of {day}", { version, day: formatDate(publishedAt) })}
        </a>
      </p>
      <p className="no-print flex flex-wrap gap-3">
        <a className="button button-secondary" href={`${here}.pdf`}>
          {say("PDF to print or keep")}
        </a>
        <a className="button button-secondary" href={`${here}.docx`}>
          {say("Word")}
        </a>
      </p>
      <DocumentView document={document} parts={parts} />
      {children}
    </article>
  )
}
