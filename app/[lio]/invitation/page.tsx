import { notFound } from "next/navigation"
import { type FrameData, frameOfLink, type PageProps, refuse } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { ROLES } from "@/db/vocabulary"
import { asPublic } from "@/lib/access/doors"
import { NotFound, SignedOut } from "@/lib/errors"
import { byInvitationLink, type Invitation } from "@/lib/groups/roles/invitations/queries"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { answerInvitationForm } from "./actions"

/** Where an invitation to be one of a group's people leads. Opening it says nothing; the buttons do. */
export default async function InvitationPage(props: PageProps) {
  const [{ lio = "" }, { key }] = await Promise.all([props.params, props.searchParams])
  const token = typeof key === "string" ? key : ""
  const data = await byInvitationLink({ lio, key: token }, async (ctx, invitation) => ({
    face: await getFace(ctx),
    invitation,
  })).catch((refusal) =>
    refusal instanceof SignedOut || refusal instanceof NotFound ? null : refuse(refusal),
  )
  if (!data) {
    const place = await asPublic(lio, getFace).catch(() => notFound())
    return (
      <Frame {...frameOfLink(place)} title={say("This link has expired")}>
        <h1>{say("This link has expired")}</h1>
        <p>
          {say("Ask whoever invited you to do it again, or get in touch with {place}.", {
            place: place.name,
          })}
        </p>
      </Frame>
    )
  }
  return (
    <Frame
      {...frameOfLink(data.face)}
      title={say("Are you one of {group}’s people?", { group: data.invitation.group })}
    >
      <Question lio={data.face} invitation={data.invitation} token={token} />
    </Frame>
  )
}

function Question({
  lio,
  invitation,
  token,
}: {
  lio: FrameData["lio"]
  invitation: Invitation
  token: string
}) {
  const { group, byName, role, title, speaks, accepted } = invitation
  if (accepted !== null) {
    return (
      <>
        <h1>{say("Thank you for telling us")}</h1>
        <p>
          {accepted
            ? say("You’re now one of {group}’s people at {lio}.", { group, lio: lio.name })
            : say("We haven’t added you to {group}, and we won’t ask again about this.", { group })}
        </p>
        {accepted && speaks ? (
          <p>
            <ButtonLink href={`/sign-in?${new URLSearchParams({ next: `/${lio.slug}/home` })}`}>
              {say("Sign in")}
            </ButtonLink>
          </p>
        ) : null}
      </>
    )
  }
  return (
    <>
      <h1>{say("Are you one of {group}’s people?", { group })}</h1>
      <p>
        {say("{byName} has told {lio} that you are part of {group}, as {value}.", {
          byName,
          lio: lio.name,
          group,
          value: (title ?? ROLES[role]).toLowerCase(),
        })}
        {speaks
          ? ` ${say("If you say yes, you can answer consultations and join discussions for the group.")}`
          : ""}
      </p>
      <p>{say("If you say yes, the group’s leads see your name, email address and phone number here.")}</p>
      <Form action={answerInvitationForm} submit={null}>
        <input type="hidden" name="lio" value={lio.slug} />
        <input type="hidden" name="key" value={token} />
        <div className="flex flex-wrap gap-4">
          <SubmitButton name="answer" value="yes">
            {say("Yes, add me")}
          </SubmitButton>
          <SubmitButton name="answer" value="no" kind="secondary">
            {say("No, don’t add me")}
          </SubmitButton>
        </div>
      </Form>
    </>
  )
}
