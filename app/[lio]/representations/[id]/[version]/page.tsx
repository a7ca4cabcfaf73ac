import { type PageProps, visitPublic } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { formatDate } from "@/app/_ui/date"
import { Markdown } from "@/app/_ui/markdown"
import { NotFound } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { getPublished } from "@/lib/representations/queries"
import { percent, plural } from "@/lib/words"
import { PublicFrame } from "../../../_parts/public-frame"
import { ReplyTag } from "../../_parts/words"

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
  const { content, replies } = frozen
  if (!content) {
    return (
      <PublicFrame lio={lio} title="Withdrawn">
        <h1>This version was withdrawn</h1>
        <p>Ask {lio.name} about it.</p>
      </PublicFrame>
    )
  }
  const reach = content.consultation
  return (
    <PublicFrame lio={lio} title={content.title}>
      {frozen.latest > version ? (
        <Banner kind="note" links={[{ label: `Read version ${frozen.latest}`, href: `${frozen.latest}` }]}>
          There is a later version of this paper.
        </Banner>
      ) : null}
      <article>
        <h1>{content.title}</h1>
        <p className="text-soft">
          To {content.body}
          {content.addressee ? `, ${content.addressee}` : ""}. From {content.lio}. Version {version},
          published on {formatDate(frozen.publishedAt)}.
        </p>
        {content.introduction ? <Markdown text={content.introduction} /> : null}
        {reach ? (
          <section aria-labelledby="who">
            <h2 id="who">Who was asked</h2>
            <p>
              {plural(reach.asked, "group")} {reach.asked === 1 ? "was" : "were"} asked in “{reach.title}”;{" "}
              {reach.answered} answered ({percent(reach.answered, reach.asked)}). Each group gave one answer,
              signed off by somebody who leads it.
            </p>
          </section>
        ) : null}
        <h2>What we ask</h2>
        <ol className="list-none p-0">
          {content.asks.map((ask, at) => {
            const reply = replies.find((one) => one.text === ask.text)
            return (
              <li key={ask.text} className="mb-10 max-w-3xl">
                <h3>
                  {at + 1}. {ask.text}
                </h3>
                {ask.why ? <p>{ask.why}</p> : null}
                {ask.groups > 0 ? (
                  <p>
                    {plural(ask.groups, "group")} told us so.
                    {ask.evidence.length > 0 ? " In their words:" : ""}
                  </p>
                ) : null}
                {ask.evidence.map((one) => (
                  <blockquote key={one.quote}>
                    <p className="mb-0">{one.quote}</p>
                    <p className="mb-0 text-soft">{one.by}</p>
                  </blockquote>
                ))}
                {reply?.reply ? (
                  <div className="card">
                    <p>
                      <strong>{content.body}:</strong> <ReplyTag reply={reply.reply} />{" "}
                      {reply.repliedOn ? `on ${formatDate(reply.repliedOn)}` : ""}
                    </p>
                    {reply.replyText ? <p>{reply.replyText}</p> : null}
                    {reply.outcome ? (
                      <p className="mb-0">
                        <strong>What happened:</strong> {reply.outcome}
                      </p>
                    ) : null}
                  </div>
                ) : null}
              </li>
            )
          })}
        </ol>
        {frozen.outcome ? (
          <section aria-labelledby="outcome">
            <h2 id="outcome">What came of it</h2>
            <p>{frozen.outcome}</p>
          </section>
        ) : null}
      </article>
    </PublicFrame>
  )
}
