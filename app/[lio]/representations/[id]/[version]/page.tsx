import { type PageProps, visitPublic } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { formatDate } from "@/app/_ui/date"
import { NotFound } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { getPublished } from "@/lib/representations/publishing/queries"
import { PublicFrame } from "../../../_parts/public-frame"
import { Paper } from "../../_parts/paper"

/** A frozen version, as anybody with its address reads it: an officer, a member, a journalist. Its words never change. */
export default async function PublishedVersion(props: PageProps) {
  const { lio, version, frozen } = await visitPublic(props, async (ctx, { id = "", version = "" }) => {
    if (!/^[1-9]\d{0,3}$/.test(version)) throw new NotFound("There is no such version.")
    return {
      lio: await getFace(ctx),
      version: Number(version),
      frozen: await getPublished(ctx, id, Number(version)),
    }
  })
  const { content, replies, sentVersion, sentOn, latest } = frozen
  if (!content) {
    return (
      <PublicFrame lio={lio} title="Withdrawn">
        <h1>This version was withdrawn</h1>
        <p>
          {lio.name} withdrew version {version} on {formatDate(frozen.withdrawnAt ?? "")}.
        </p>
        {frozen.withdrawnReason ? <p className="whitespace-pre-line">{frozen.withdrawnReason}</p> : null}
      </PublicFrame>
    )
  }
  const links = latest > version ? [{ label: `Read version ${latest}`, href: `${latest}` }] : []
  return (
    <PublicFrame lio={lio} title={content.title}>
      {latest > version ? (
        <Banner kind="note" links={links}>
          There is a later version of this paper.
        </Banner>
      ) : null}
      {sentVersion && sentOn ? (
        <p className="hint">
          {sentVersion === version
            ? `This is the version that was sent to ${content.body} on ${formatDate(sentOn)}.`
            : `Version ${sentVersion} was sent to ${content.body} on ${formatDate(sentOn)}, not this one.`}
        </p>
      ) : null}
      <Paper
        paper={content}
        dated={`Version ${version}, published on ${formatDate(frozen.publishedAt)}`}
        replies={replies}
        outcome={frozen.closedAt ? frozen.outcome : null}
      />
      <p className="hint break-all">Fingerprint of this version (SHA-256): {frozen.digest}</p>
    </PublicFrame>
  )
}
