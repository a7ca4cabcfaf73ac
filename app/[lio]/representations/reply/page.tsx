import { notFound } from "next/navigation"
import { told } from "@/app/_http/told"
import { type PageProps, refuse } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { asPublic } from "@/lib/access/doors"
import { NotFound, SignedOut } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { byReplyLink, getLinkedPaper } from "@/lib/representations/officer/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { AnswerPaper } from "../_parts/answer-paper"

/** Where the link of a body leads: its paper, and a form for each ask. Opening it changes nothing; the buttons do. */
export default async function ReplyByLink(props: PageProps) {
  const [{ lio = "" }, query] = await Promise.all([props.params, props.searchParams])
  const key = typeof query.key === "string" ? query.key : ""
  const held = await byReplyLink({ lio, key }, getLinkedPaper).catch((refusal) =>
    refusal instanceof SignedOut || refusal instanceof NotFound ? null : refuse(refusal),
  )
  const face = await asPublic(lio, getFace).catch(() => notFound())
  const said = (name: string) => (typeof query[name] === "string" ? query[name].slice(0, 400) : undefined)
  const problem = told(query, "problem")
  const content = held?.published.content
  if (!held || !content)
    return (
      <PublicFrame lio={face} title={say("This link has expired")}>
        <h1>{say("This link has expired")}</h1>
        <p className="max-w-2xl">
          {say("Use the link in our latest email about the paper, or get in touch with {name}.", {
            name: face.name,
          })}
        </p>
      </PublicFrame>
    )
  return (
    <PublicFrame lio={face} title={problem ? say("Error: {title}", { title: content.title }) : content.title}>
      {problem ? (
        <Banner kind="problem">
          <a href={`#file-${said("file")}`}>{problem}</a>
        </Banner>
      ) : query.told ? (
        <Banner>
          {query.told === "having"
            ? say("Thank you for letting us know you’ve received it.")
            : query.told === "file"
              ? say("Thank you. {name} will check your file with your reply.", { name: face.name })
              : say(
                  "Thank you. {name} will check your reply before it’s recorded. You can change it here until then.",
                  {
                    name: face.name,
                  },
                )}
        </Banner>
      ) : null}
      <AnswerPaper
        link={{ lio, token: key }}
        held={{ ...held, content }}
        name={face.name}
        chosen={said("ask") ?? ""}
        sent={{ ask: said("file") ?? "", problem: problem }}
      />
    </PublicFrame>
  )
}
