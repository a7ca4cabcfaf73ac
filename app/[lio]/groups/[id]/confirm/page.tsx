import { notFound } from "next/navigation"
import { frameOfLink, type PageProps, refuse, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { asPublic } from "@/lib/access/doors"
import { mayConfirm } from "@/lib/annual-check/policy"
import { byConfirmLink, type Kept, listKept } from "@/lib/annual-check/queries"
import { ensure, NotFound, SignedOut } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { confirmByLinkForm, confirmGroupForm } from "../../actions"
import { IsItRight } from "../_parts/annual-check"

const YES = say("Yes, all of it is right")
/** Once a year: is it still right? By the link of a letter, or signed in. Opening it says nothing; the button does. */
export default async function ConfirmGroup(props: PageProps) {
  const [{ lio = "", id = "" }, { key }] = await Promise.all([props.params, props.searchParams])
  if (typeof key === "string") return <ByLink lio={lio} id={id} token={key} />
  const [frame, { kept, today }] = await visit(props, async (ctx) => {
    const kept = await listKept(ctx, id)
    ensure(mayConfirm(ctx.actor, id), say("Only a lead of the group or the staff can say that."))
    return { kept, today: ctx.today }
  })
  const details = `/${lio}/groups/${id}/details`
  return (
    <Frame {...frame} title={say("Is this still right?")} at="groups">
      <BackLink href={details}>{kept.name}</BackLink>
      <IsItRight kept={kept} name={frame.lio.name} done={kept.confirmedOn === today} change={details}>
        <Form action={confirmGroupForm} lio={lio} submit={YES}>
          <input type="hidden" name="id" value={id} />
        </Form>
      </IsItRight>
    </Frame>
  )
}

/** Said since the question was put. */
const isAnswered = ({ confirmedOn, askedOn }: Kept) =>
  confirmedOn !== null && askedOn !== null && confirmedOn >= askedOn

async function ByLink({ lio, id, token }: { lio: string; id: string; token: string }) {
  const read = byConfirmLink({ lio, id, key: token }, async (ctx) => ({
    lio: await getFace(ctx),
    kept: await listKept(ctx, id),
  }))
  const data = await read.catch((refusal) =>
    refusal instanceof SignedOut || refusal instanceof NotFound ? null : refuse(refusal),
  )
  const signIn = `/sign-in?${new URLSearchParams({ next: `/${lio}/groups/${id}/details` })}`
  if (!data) {
    const place = await asPublic(lio, getFace).catch(() => notFound())
    return (
      <Frame {...frameOfLink(place)} title={say("This link has expired")}>
        <h1>{say("This link has expired")}</h1>
        <p className="max-w-2xl">
          {say(
            "Sign in with your email address to see what we hold about your group. You don’t need a password.",
          )}
        </p>
        <p>
          <ButtonLink href={signIn}>{say("Sign in")}</ButtonLink>
        </p>
      </Frame>
    )
  }
  return (
    <Frame {...frameOfLink(data.lio)} title={say("Is this still right?")}>
      <IsItRight kept={data.kept} name={data.lio.name} done={isAnswered(data.kept)} change={signIn}>
        <Form action={confirmByLinkForm} submit={YES}>
          <input type="hidden" name="lio" value={lio} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="key" value={token} />
        </Form>
      </IsItRight>
    </Frame>
  )
}
