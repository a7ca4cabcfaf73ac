import type { PageProps } from "@/app/_http/visit"
import { dialled } from "@/app/_ui/address"
import { asPublic } from "@/lib/access/doors"
import { NotFound } from "@/lib/errors"
import { getLio } from "@/lib/lios/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { FrontFrame } from "../_parts/front-frame"

/** The organisation from whose page somebody came; null for none. */
async function readLio(lio: unknown) {
  if (typeof lio !== "string") return null
  return asPublic(lio, getLio).catch((refusal) => {
    if (refusal instanceof NotFound) return null
    throw refusal
  })
}

/** Help, in the same place on every page. */
export default async function Help(props: PageProps) {
  const lio = await readLio((await props.searchParams).lio)
  return (
    <FrontFrame title={say("Help and contact")}>
      <h1>{say("Help and contact")}</h1>
      <h2>{say("Somebody to talk to")}</h2>
      {lio ? (
        <Reach {...lio} />
      ) : (
        <p>
          {say(
            "Your local support organisation runs this. Its telephone number and email address are at the foot of every email that it sends you.",
          )}
        </p>
      )}
      <h2>{say("I cannot sign in")}</h2>
      <p>
        {sayRich(
          "Use the address that your group gave its local support organisation. We send a link to it; there is no password. The link works once, for 20 minutes. <link>Ask for a link</link>.",
          { link: (text) => <a href="/sign-in">{text}</a> },
        )}
      </p>
      <h2>{say("I had an email with questions")}</h2>
      <p>
        {say(
          "Press the button in the email. You do not have to sign in. Each answer is kept when you press Continue, so you can stop and come back to it, also on another day.",
        )}
      </p>
      <h2>{say("Who can see what my group says?")}</h2>
      <p>
        {say(
          "The staff of your local support organisation see your signed-off answer. Before you start, the first page says who else will, and whether your group is named. Nobody sees a draft but the people of your own group.",
        )}
      </p>
      <h2>{say("I get too many emails")}</h2>
      <p>
        {say(
          "Each email has a link at its foot to get fewer of them, or none. You need not sign in for that.",
        )}
      </p>
    </FrontFrame>
  )
}

function Reach({ name, slug, contactName, phone, email }: Awaited<ReturnType<typeof getLio>>) {
  return (
    <>
      <p>{sayRich("{name} runs this.", { name: <a href={`/${slug}`}>{name}</a> })}</p>
      {phone ? (
        <p>
          {contactName
            ? sayRich("Ring {name} on {phone}", {
                name: contactName,
                phone: <a href={dialled(phone)}>{phone}</a>,
              })
            : sayRich("Ring {phone}", { phone: <a href={dialled(phone)}>{phone}</a> })}
        </p>
      ) : null}
      {email ? <p>{sayRich("Email {email}", { email: <a href={`mailto:${email}`}>{email}</a> })}</p> : null}
    </>
  )
}
