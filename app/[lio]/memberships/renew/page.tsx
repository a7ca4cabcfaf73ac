import { notFound } from "next/navigation"
import { type PageProps, refuse } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { asPublic } from "@/lib/access/doors"
import { NotFound, SignedOut } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { feeInWords, lengthMore, periodInWords } from "@/lib/membership-status/words"
import { byRenewalLink, type Renewal } from "@/lib/memberships/renewal/queries"
import { formatDate, say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { renewByLinkForm } from "./actions"

/** Where the link of a renewal letter leads. Mail scanners open links, so the page only shows; its one button renews. */
export default async function RenewPage(props: PageProps) {
  const [{ lio = "" }, query] = await Promise.all([props.params, props.searchParams])
  const key = typeof query.key === "string" ? query.key : ""
  const renewal = await byRenewalLink({ lio, key }, async (_ctx, renewal) => renewal).catch((refusal) => {
    if (refusal instanceof SignedOut || refusal instanceof NotFound) return null
    return refuse(refusal)
  })
  const place = await asPublic(lio, getFace).catch(() => notFound())
  return (
    <PublicFrame lio={place} title={say("Renew")}>
      {renewal ? <Renew lio={lio} token={key} renewal={renewal} /> : <RanOut lio={lio} name={place.name} />}
    </PublicFrame>
  )
}

function Renew({ lio, token, renewal }: { lio: string; token: string; renewal: Renewal }) {
  const { group, type, endsOn, state, renewed, waiting, next } = renewal
  const name = renewal.lio.name
  if (renewed) {
    return (
      <>
        <h1>{say("{group} is renewed", { group })}</h1>
        <p className="max-w-2xl text-lg">
          {renewed.endsOn
            ? say("Thank you. {type}, until {day}.", { type: type.name, day: formatDate(renewed.endsOn) })
            : say("Thank you. {type}.", { type: type.name })}{" "}
          {renewed.feePence
            ? say("The fee is {feePence}. {name} tells you how to pay.", {
                feePence: feeInWords(renewed.feePence),
                name,
              })
            : say("There is nothing to pay.")}
        </p>
      </>
    )
  }
  if (waiting) {
    return (
      <>
        <h1>{say("Thank you. Your request has come.")}</h1>
        <p className="max-w-2xl text-lg">
          {say(
            "{group} asked to renew on {askedAt}. Somebody at {name} looks at it and writes to you. You need do nothing more.",
            { group, askedAt: formatDate(waiting.askedAt), name },
          )}
        </p>
      </>
    )
  }
  return (
    <>
      <h1>{say("Renew the membership of {group}?", { group })}</h1>
      <p className="max-w-2xl text-lg">
        {type.name}.{" "}
        {endsOn
          ? state === "ending"
            ? say("It ends on {day}.", { day: formatDate(endsOn) })
            : say("It ended on {day}.", { day: formatDate(endsOn) })
          : ""}{" "}
        {next ? say("The next period: {next}.", { next: periodInWords(next) }) : ""}{" "}
        {type.feePence
          ? say("It costs {feePence}. You pay nothing here; {name} tells you how.", {
              feePence: feeInWords(type.feePence),
              name,
            })
          : say("There is nothing to pay.")}
      </p>
      <Form action={renewByLinkForm} submit={say("Renew for {type}", { type: lengthMore(type) })}>
        <input type="hidden" name="lio" value={lio} />
        <input type="hidden" name="key" value={token} />
      </Form>
      <p className="mt-6 max-w-2xl">
        {say("You do this for {group} as {person}. If you don’t want to renew, do nothing, or tell {name}.", {
          group,
          person: renewal.person,
          name,
        })}
      </p>
    </>
  )
}

/** The link has run out, or its holder looks after the group no more: says the same for both. */
function RanOut({ lio, name }: { lio: string; name: string }) {
  return (
    <>
      <h1>{say("This link has expired")}</h1>
      <p className="max-w-2xl">
        {say(
          "Sign in with your email address to see your group’s membership. You need no password. Or ring {name}, and we renew it for you.",
          { name },
        )}
      </p>
      <p>
        <ButtonLink href={`/sign-in?${new URLSearchParams({ next: `/${lio}/home` })}`}>
          {say("Sign in")}
        </ButtonLink>
      </p>
    </>
  )
}
