import { notFound } from "next/navigation"
import { type PageProps, refuse } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { asPublic } from "@/lib/access/doors"
import { NotFound, SignedOut } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { feeInWords, lengthMore, periodInWords } from "@/lib/membership-status/words"
import { byRenewalLink, type Renewal } from "@/lib/memberships/renewal/queries"
import { formatDate } from "@/lib/words"
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
    <PublicFrame lio={place} title="Renew">
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
        <h1>{group} is renewed</h1>
        <p className="max-w-2xl text-lg">
          Thank you. {type.name}
          {renewed.endsOn ? `, until ${formatDate(renewed.endsOn)}` : ""}.{" "}
          {renewed.feePence
            ? `The fee is ${feeInWords(renewed.feePence)}. ${name} tells you how to pay.`
            : "There is nothing to pay."}
        </p>
      </>
    )
  }
  if (waiting) {
    return (
      <>
        <h1>Thank you. Your request has come.</h1>
        <p className="max-w-2xl text-lg">
          {group} asked to renew on {formatDate(waiting.askedAt)}. Somebody at {name} looks at it and writes
          to you. You need do nothing more.
        </p>
      </>
    )
  }
  return (
    <>
      <h1>Renew the membership of {group}?</h1>
      <p className="max-w-2xl text-lg">
        {type.name}. {endsOn ? `It ${state === "ending" ? "ends" : "ended"} on ${formatDate(endsOn)}.` : ""}{" "}
        {next ? `The next period: ${periodInWords(next)}.` : ""}{" "}
        {type.feePence
          ? `It costs ${feeInWords(type.feePence)}. You pay nothing here; ${name} tells you how.`
          : "There is nothing to pay."}
      </p>
      <Form action={renewByLinkForm} submit={`Renew for ${lengthMore(type)}`}>
        <input type="hidden" name="lio" value={lio} />
        <input type="hidden" name="key" value={token} />
      </Form>
      <p className="mt-6 max-w-2xl">
        You do this for {group} as {renewal.person}. Do you not want to go on? Then do nothing, or tell {name}
        .
      </p>
    </>
  )
}

/** The link has run out, or its holder looks after the group no more: says the same for both. */
function RanOut({ lio, name }: { lio: string; name: string }) {
  return (
    <>
      <h1>This link has expired</h1>
      <p className="max-w-2xl">
        Sign in with your email address to see your group’s membership. You need no password. Or ring {name},
        and we renew it for you.
      </p>
      <p>
        <ButtonLink href={`/sign-in?${new URLSearchParams({ next: `/${lio}/home` })}`}>Sign in</ButtonLink>
      </p>
    </>
  )
}
