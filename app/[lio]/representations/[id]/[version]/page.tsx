import { type PageProps, visitPublic } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { formatDate } from "@/app/_ui/date"
import { NotFound } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { getPublished } from "@/lib/representations/publishing/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../../../_parts/public-frame"
import { Paper } from "../../_parts/paper"

/** A frozen version, as anybody with its address reads it: an officer, a member, a journalist. Its words never change. */
export default async function PublishedVersion(props: PageProps) {
  const { lio, id, version, frozen } = await visitPublic(props, async (ctx, { id = "", version = "" }) => {
    if (!/^[1-9]\d{0,3}$/.test(version)) throw new NotFound(say("There is no such version."))
    return {
      lio: await getFace(ctx),
      id,
      version: Number(version),
      frozen: await getPublished(ctx, id, Number(version)),
    }
  })
  const { content, replies, sentVersion, sentOn, latest } = frozen
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
              path: `/${lio.slug}/representations/${id}/${version}`,
            }
      }
    >
      {latest > version ? (
        <Banner kind="note" links={links}>
          {say("There is a later version of this paper.")}
        </Banner>
      ) : null}
      {sentVersion && sentOn ? (
        <p className="hint">
          {sentVersion === version
            ? say("This is the version that was sent to {body} on {sentOn}.", {
                body: content.body,
                sentOn: formatDate(sentOn),
              })
            : say("Version {sentVersion} was sent to {body} on {sentOn}, not this one.", {
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
        outcome={frozen.closedAt ? frozen.outcome : null}
      />
      <p className="hint break-all">
        {say("Fingerprint of this version (SHA-256): {digest}", { digest: frozen.digest })}
      </p>
    </PublicFrame>
  )
}
