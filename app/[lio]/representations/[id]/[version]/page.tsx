import { type PageProps, visitPublic } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { formatDate } from "@/app/_ui/date"
import { SummaryList } from "@/app/_ui/summary-list"
import { editionPath } from "@/lib/consultations/editions/words"
import { getFace } from "@/lib/lios/look/queries"
import { listBehind } from "@/lib/representations/joint/queries"
import { citationOf, sentInWords, versionPath } from "@/lib/representations/versions/citing/words"
import { versionIn } from "@/lib/representations/versions/files/queries"
import { findNumbers, getPublished } from "@/lib/representations/versions/queries"
import { inWords, say } from "@/lib/words"
import { PublicFrame } from "../../../_parts/public-frame"
import { Paper } from "../../_parts/paper"

/** A frozen version, as anybody with its address reads it: an officer, a member, a journalist. Its words never change. */
export default async function PublishedVersion(props: PageProps) {
  const { lio, id, version, zone, frozen, behind, numbers } = await visitPublic(
    props,
    async (ctx, { id = "", version = "" }) => {
      const number = versionIn(version)
      return {
        ...{ lio: await getFace(ctx), id, version: number, zone: ctx.lio.timezone },
        frozen: await getPublished(ctx, id, number),
        behind: await listBehind(ctx, id, number),
        numbers: await findNumbers(ctx, id),
      }
    },
  )
  const { content, replies, sentVersion, sentOn, sendings, latest } = frozen
  const address = `${process.env.APP_URL ?? ""}${versionPath(lio.slug, id, version)}`
  if (!content) {
    return (
      <PublicFrame lio={lio} title={say("Withdrawn")}>
        <h1>{say("This version was withdrawn")}</h1>
        <p>
          {say("{lio} withdrew version {version} on {withdrawnAt}.", {
            lio: lio.name,
            version,
            withdrawnAt: formatDate(frozen.withdrawnAt ?? ""),
          })}
        </p>
        {frozen.withdrawnReason ? <p className="whitespace-pre-line">{frozen.withdrawnReason}</p> : null}
      </PublicFrame>
    )
  }
  const links =
    latest > version ? [{ label: say("Read version {latest}", { latest }), href: `${latest}` }] : []
  return (
    <PublicFrame
      lio={lio}
      title={content.title}
      found={
        latest > version
          ? undefined
          : {
              about: say("What groups told {body}, through {lio}.", { body: content.body, lio: lio.name }),
              path: versionPath(lio.slug, id, version),
            }
      }
    >
      {latest > version ? (
        <Banner kind="note" links={links}>
          {say("There is a later version of this paper.")}
        </Banner>
      ) : null}
      {behind.length > 0 ? (
        <p>
          {say("A joint paper by {all}.", { all: inWords([lio.name, ...behind.map(({ name }) => name)]) })}
        </p>
      ) : null}
      {sentInWords({ body: content.body, sendings }).map((sentence) => (
        <p key={sentence} className="hint">
          {sentence}
        </p>
      ))}
      {sentVersion && sentOn && sentVersion !== version && sendings.length === 0 ? (
        <p className="hint">
          {say("Version {sentVersion} was sent to {body} on {sentOn}, not this one.", {
            sentVersion,
            body: content.body,
            sentOn: formatDate(sentOn),
          })}
        </p>
      ) : null}
      <Paper
        paper={content}
        dated={say("Version {version}, published on {publishedAt}", {
          version,
          publishedAt: formatDate(frozen.publishedAt),
        })}
        replies={replies}
        numbers={numbers ? { ...numbers, at: editionPath(lio.slug, numbers.id, numbers.edition) } : undefined}
        outcome={frozen.closedAt ? frozen.outcome : null}
      />
      <section aria-labelledby="cite" className="max-w-3xl">
        <h2 id="cite">{say("How to cite this version")}</h2>
        <SummaryList
          items={citationOf({
            ...{ address, version, digest: frozen.digest, body: content.body, sendings },
            ...{ publishedAt: frozen.publishedAt, zone },
          })}
          missing=""
        />
        <p>
          {say(
            "To link to one ask or quotation, use the # link beside it. These links stay the same in later versions.",
          )}
        </p>
        <ul className="no-print list-disc pl-6">
          <li>
            <a href={`${version}.pdf`}>{say("PDF to print or keep")}</a>
          </li>
          <li>
            <a href={`${version}.docx`}>{say("Word")}</a>
          </li>
          <li>
            <a href={`${version}.json`}>{say("JSON, for programs")}</a>
          </li>
          <li>
            <a href={`/${lio.slug}/papers`}>{say("All papers from {lio}", { lio: lio.name })}</a>
          </li>
          {version > 1 ? (
            <li>
              <a href={`${version}/changes`}>{say("What changed since the last version")}</a>
            </li>
          ) : null}
        </ul>
      </section>
    </PublicFrame>
  )
}
