import { notFound } from "next/navigation"
import { type PageProps, visitPublic } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { DocumentView } from "@/app/_ui/document"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { editionIn, getPublishedEdition, readEditionPaper } from "@/lib/consultations/editions/queries"
import { getFace } from "@/lib/lios/look/queries"
import { listPapers } from "@/lib/representations/versions/queries"
import { formatDate, say } from "@/lib/words"
import { PublicFrame } from "../../../_parts/public-frame"
import { PaperListed } from "../../../representations/_parts/paper-listed"

/** The frozen numbers of a consultation, as anybody with their address reads them. They never change. */
export default async function PublishedEdition(props: PageProps) {
  const { lio, published, read, papers } = await visitPublic(
    props,
    async (ctx, { id = "", edition = "" }) => {
      const number = editionIn(edition)
      const published = await getPublishedEdition(ctx, id, number)
      return {
        lio: await getFace(ctx),
        published,
        read: published.document ? await readEditionPaper(ctx, id, number) : null,
        papers: published.document ? (await listPapers(ctx, 1, id)).papers : [],
      }
    },
  )
  const { id, edition, latest, withdrawnAt, withdrawnReason } = published
  const at = `/${lio.slug}/evidence`
  const newest =
    latest && latest !== edition
      ? [{ label: say("Read edition {latest}", { latest }), href: `${at}/${id}/${latest}` }]
      : []
  if (withdrawnAt) {
    return (
      <PublicFrame lio={lio} title={say("Withdrawn")}>
        <BackLink href={at}>{say("What groups have told us")}</BackLink>
        <h1>{say("This edition was withdrawn")}</h1>
        <p>
          {say("{lio} withdrew edition {edition} on {day}.", {
            lio: lio.name,
            edition,
            day: formatDate(withdrawnAt),
          })}
        </p>
        <p className="whitespace-pre-line">{withdrawnReason}</p>
        {newest.map(({ label, href }) => (
          <p key={href}>
            <a href={href}>{label}</a>
          </p>
        ))}
      </PublicFrame>
    )
  }
  if (!read) notFound()
  const { paper } = read
  const here = `${at}/${id}/${edition}`
  const files = [
    { label: say("PDF to print or keep"), href: `${here}.pdf` },
    { label: say("Word"), href: `${here}.docx` },
    { label: say("Numbers (CSV)"), href: `${here}.csv` },
    { label: say("What the columns mean (CSV)"), href: `${here}/data/columns` },
    { label: say("Everything (JSON)"), href: `${here}.json` },
  ]
  return (
    <PublicFrame
      lio={lio}
      title={paper.title}
      found={latest === edition ? { about: paper.summary ?? paper.title, path: here } : undefined}
    >
      <BackLink href={at}>{say("What groups have told us")}</BackLink>
      {newest.length > 0 ? (
        <Banner kind="note" links={newest}>
          {say("There’s a later edition of these results.")}
        </Banner>
      ) : null}
      <h1>{paper.title}</h1>
      <p className="lead max-w-2xl">
        {say("What voluntary groups told {lio}. Edition {edition}, published on {day}.", {
          lio: lio.name,
          edition,
          day: paper.dated,
        })}
      </p>
      <p className="no-print flex flex-wrap gap-3">
        {files.map(({ label, href }) => (
          <a key={href} className="button button-secondary" href={href}>
            {label}
          </a>
        ))}
      </p>
      <SummaryList items={paper.facts} />
      <DocumentView document={paper} />
      {papers.length > 0 ? (
        <section aria-labelledby="papers">
          <h2 id="papers">{say("Papers based on these results")}</h2>
          {papers.map((one) => (
            <PaperListed key={one.id} lio={lio.slug} paper={one} below />
          ))}
        </section>
      ) : null}
    </PublicFrame>
  )
}
