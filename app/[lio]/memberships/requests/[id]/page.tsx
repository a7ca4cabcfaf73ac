import { type PageProps, visit } from "@/app/_http/visit"
import { When } from "@/app/_ui/date"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { ROLES } from "@/db/vocabulary"
import { feeInWords } from "@/lib/membership-status/words"
import { mayKeepMemberships } from "@/lib/memberships/policy"
import { getRequest, listMeant } from "@/lib/memberships/requests/queries"
import { formatDate, say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Accept } from "../../_parts/accept"
import { refuseRequestForm } from "../../actions"

/** One request to join or to renew: what was said, and the two answers. */
export default async function MembershipRequest(props: PageProps) {
  const [frame, { request, meant, keeps, now }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const request = await getRequest(ctx, id)
    return {
      request,
      meant: await listMeant(ctx, request),
      keeps: mayKeepMemberships(ctx.actor),
      now: ctx.now,
    }
  })
  const lio = frame.lio.slug
  const { said } = request
  const name = request.groupName ?? said.group ?? say("A group")
  const asker = request.person ?? said.name ?? say("Somebody")
  const decided = {
    name: request.decidedBy ?? "",
    day: request.decidedAt ? formatDate(request.decidedAt) : "",
  }
  const title =
    request.kind === "join"
      ? say("{group} wants to join", { group: name })
      : say("{group} wants to renew", { group: name })
  const groupLink = request.groupId ? (
    <a href={`/${lio}/groups/${request.groupId}/membership`}>{name}</a>
  ) : (
    name
  )
  return (
    <Frame {...frame} title={title} at="memberships">
      <BackLink href={`/${lio}/memberships?show=requests`}>{say("Memberships")}</BackLink>
      <h1>{title}</h1>
      {request.decidedAt ? (
        <div className="banner banner-note">
          <p className="m-0 font-semibold">
            {request.decision === "accepted"
              ? say("Accepted by {name} on {day}", decided)
              : say("Not accepted by {name} on {day}", decided)}
            {request.reason ? `: ${request.reason}` : "."}
          </p>
        </div>
      ) : null}
      <SummaryList
        missing={say("Not said")}
        items={[
          { label: say("Group"), value: groupLink },
          { label: say("Membership"), value: `${request.typeName}. ${feeInWords(request.feePence)}` },
          ...(said.group
            ? [
                { label: say("What it does"), value: said.about },
                { label: say("Postcode"), value: said.postcode },
                ...(said.directory
                  ? [
                      {
                        label: say("In the public directory"),
                        value: said.directory === "yes" ? say("Yes") : say("No"),
                      },
                    ]
                  : []),
              ]
            : []),
          {
            label: say("Asked by"),
            value: [asker, ROLES[said.role as keyof typeof ROLES]?.toLowerCase()].filter(Boolean).join(", "),
          },
          ...(said.email
            ? [
                { label: say("Email"), value: <a href={`mailto:${said.email}`}>{said.email}</a> },
                { label: say("Phone"), value: said.phone },
              ]
            : []),
          { label: say("Asked on"), value: <When at={request.askedAt} now={now} time /> },
        ]}
      />
      {keeps && !request.decidedAt ? (
        <>
          <Accept lio={lio} request={request} meant={meant} asker={asker} />
          <section aria-labelledby="refuse" className="mt-10">
            <h2 id="refuse">{say("Say no")}</h2>
            <Form
              action={refuseRequestForm}
              lio={lio}
              id="refuse-form"
              submit={say("Do not accept it")}
              kind="secondary"
            >
              <input type="hidden" name="id" value={request.id} />
              <TextArea
                name="reason"
                label={say("Why not?")}
                hint={say("We send these words to {asker}.", { asker })}
                rows={3}
              />
            </Form>
          </section>
        </>
      ) : null}
    </Frame>
  )
}
